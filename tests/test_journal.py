import pytest
from hypothesis import given
from hypothesis import strategies as st
from toys import article

from newsfacts.errors import NewsfactsError
from newsfacts.journal import journaled

ARTICLES = [article(id=f"é{n}") for n in range(6)]


def line(of):
    return f"{of.id} ".encode() * (int(of.id[1:]) % 4) + b"\n"


class Killed(BaseException):
    pass


def run(path, *, stop=None, resume=True, articles=ARTICLES, about="same"):
    read = []
    with journaled(path, about=about, resume=resume) as journal:
        for number, each in enumerate(journal.rest(articles)):
            if number == stop:
                raise Killed
            read.append(each.id)
            journal.write(each.id, line(each), failed=each.id == "é1")
    return read, journal.failed


WHOLE = b"".join(map(line, ARTICLES))


@given(data=st.data())
def test_a_run_cut_anywhere_goes_on_to_the_same_bytes(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("run") / "out.jsonl"
    stop = data.draw(st.integers(0, len(ARTICLES)))
    if stop < len(ARTICLES):
        with pytest.raises(Killed):
            run(path, stop=stop)
        assert not path.exists()
        for name in (".out.jsonl.partial", ".out.jsonl.journal"):
            kept = path.with_name(name).read_bytes()
            cut = data.draw(st.integers(0, len(kept)))
            path.with_name(name).write_bytes(kept[:cut] if data.draw(st.booleans()) else kept)
    read, _ = run(path)
    assert path.read_bytes() == WHOLE
    assert read == [each.id for each in ARTICLES[len(ARTICLES) - len(read) :]]
    assert [each.name for each in path.parent.iterdir()] == ["out.jsonl"]


def test_what_is_done_is_not_done_again(tmp_path):
    with pytest.raises(Killed):
        run(tmp_path / "out", stop=4)
    read, failed = run(tmp_path / "out")
    assert read == ["é4", "é5"]
    assert failed


def test_a_run_that_is_not_to_be_continued_begins_anew(tmp_path):
    with pytest.raises(Killed):
        run(tmp_path / "out", stop=4)
    read, failed = run(tmp_path / "out", resume=False)
    assert len(read) == 6
    assert not failed


def test_other_articles_or_settings_are_refused(tmp_path):
    with pytest.raises(Killed):
        run(tmp_path / "out", stop=4)
    with pytest.raises(NewsfactsError, match="settings"):
        run(tmp_path / "out", about="other")
    with pytest.raises(NewsfactsError, match=r"'é0'.*'é1'"):
        run(tmp_path / "out", articles=ARTICLES[1:])
    with pytest.raises(NewsfactsError, match="nothing"):
        run(tmp_path / "out", articles=ARTICLES[:2])
    assert len(run(tmp_path / "out")[0]) == 2
