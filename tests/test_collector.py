import gc

import pytest

from newsfacts.collector import asleep


@pytest.fixture(autouse=True)
def _collector_as_before():
    awake = gc.isenabled()
    yield
    if awake:
        gc.enable()


def test_the_collector_sleeps_for_a_while_and_wakes_whatever_happens():
    with asleep():
        assert not gc.isenabled()
        with asleep():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), asleep():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_a_collector_that_the_user_put_to_sleep_sleeps_on():
    gc.disable()
    with asleep():
        pass
    assert not gc.isenabled()
