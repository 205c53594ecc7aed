from newsfacts.lazy import lazy


class Asked:
    def __init__(self) -> None:
        self.times = 0

    @lazy
    def answer(self) -> int:
        """The answer."""
        self.times += 1
        return self.times


def test_an_attribute_is_made_once_an_instance_when_asked_for():
    one, other = Asked(), Asked()
    assert (one.times, one.answer, one.answer, one.times) == (0, 1, 1, 1)
    assert other.times == 0


def test_its_description_is_the_methods():
    assert vars(Asked)["answer"].__doc__ == "The answer."
