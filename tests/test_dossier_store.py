"""A store: what was read once is not read again, and a day added gives what a full run gives."""

from contextlib import closing

import pytest
from dossier_toys import FLOODS, report
from test_dossier import shape
from toys import FloodClaim

from newsfacts import Extraction
from newsfacts.dossier import Dossier, Store
from newsfacts.errors import NewsfactsError
from newsfacts.extraction import Diagnostic

KINDS = {FloodClaim.kind: FloodClaim}


def put(path, *reports, reader=""):
    with Store(path, KINDS, reader=reader) as store:
        return list(store.add(reports))


def test_adding_a_day_gives_what_a_full_run_gives(tmp_path):
    days = [report(4 + n % 2, f"2024-05-{n + 1:02}", name=f"a{n}") for n in range(8)]
    put(tmp_path / "s", *days[4:])
    put(tmp_path / "s", *days[:4])
    with Store(tmp_path / "s", KINDS) as store:
        assert len(store) == 8
        stored = Dossier(store, linkers=[FLOODS])
    assert shape(stored) == shape(Dossier(days, linkers=[FLOODS]))
    assert [each.text for each in stored.articles] == [each.article.text for each in days]


def test_an_article_is_there_as_it_was_read_and_by_whom(tmp_path):
    one = report(4, "2024-05-01", name="a")
    put(tmp_path / "s", one, reader="v1")
    with Store(tmp_path / "s", KINDS, reader="v1") as store:
        assert one.article in store
        assert report(5, "2024-05-01", name="a").article not in store
        assert report(4, "2024-05-02", name="a").article not in store
    with Store(tmp_path / "s", KINDS, reader="v2") as store:
        assert one.article not in store


def test_a_new_reading_takes_the_place_of_the_old_one(tmp_path):
    put(tmp_path / "s", report(4, "2024-05-01", name="a"))
    put(tmp_path / "s", report(5, "2024-05-01", name="a"))
    with Store(tmp_path / "s", KINDS) as store:
        (extraction,) = store
    assert extraction.of(FloodClaim)[0].depth.value == 5


def test_what_went_wrong_is_read_again(tmp_path):
    good = report(4, "2024-05-01", name="a")
    bad = Extraction(good.article, good.claims, (Diagnostic(code="toy", message="failed"),))
    assert put(tmp_path / "s", bad) == [bad]
    with Store(tmp_path / "s", KINDS) as store:
        assert len(store) == 0


def test_what_was_yielded_is_kept_when_the_run_ends_early(tmp_path):
    def reports():
        yield report(4, "2024-05-01", name="a")
        raise KeyboardInterrupt

    with Store(tmp_path / "s", KINDS) as store:
        with pytest.raises(KeyboardInterrupt), closing(store.add(reports())) as added:
            list(added)
        assert len(store) == 1


def test_claims_of_a_kind_that_nobody_provides_any_more_are_told_of_once(tmp_path):
    put(tmp_path / "s", *(report(4, "2024-05-01", name=name) for name in "abc"))
    with Store(tmp_path / "s", {}) as store:
        first, *others = store
    (said,) = first.diagnostics
    assert (said.code, said.severity, said.article) == ("unknown-kind", "warning", "a")
    assert repr(FloodClaim.kind) in said.message
    assert [each.diagnostics for each in others] == [(), ()]
    assert not any(each.of(FloodClaim) for each in (first, *others))
    with Store(tmp_path / "s", KINDS) as store:
        assert all(each.of(FloodClaim) and not each.diagnostics for each in store)


def test_a_file_that_is_no_store_is_an_error_that_names_it(tmp_path):
    (tmp_path / "s").write_text("not a database, certainly not one that DuckDB would open")
    with pytest.raises(NewsfactsError, match=str(tmp_path / "s")):
        Store(tmp_path / "s", KINDS)
