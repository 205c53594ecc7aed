"""What all tests share: none of them measures time, so Hypothesis sets no deadline either."""

from hypothesis import settings

settings.register_profile("newsfacts", settings(), deadline=None)
settings.load_profile("newsfacts")
