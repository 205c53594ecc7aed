"""What the tests of all first-party plugins together share."""

import pytest

from newsfacts import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Return the pipeline of all plugins that are installed."""
    return Pipeline.discover()
