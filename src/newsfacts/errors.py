"""Every error that newsfacts raises, as one tree.

NewsfactsError
├── ArticleError        an article that cannot be read: bad UTF-8, a malformed line
├── PluginError         a plugin that cannot be loaded or registered
│   └── OptionsError    a plugin's options do not fit its options class
├── PlanError           extractors that cannot be put in order
├── ExtractorError      an extractor failed, or broke what every extractor owes
├── RecordError         a claim record that cannot be read or written
└── WorkerError         a worker process died, or could not do its work

Bad values passed to a constructor raise ValueError or TypeError, as anywhere in Python.
"""

__all__ = [
    "ArticleError",
    "ExtractorError",
    "NewsfactsError",
    "OptionsError",
    "PlanError",
    "PluginError",
    "RecordError",
    "WorkerError",
]


class NewsfactsError(Exception):
    """Is the base of every error that newsfacts raises on purpose."""


class ArticleError(NewsfactsError):
    """Says that an article cannot be read, where (file, line, byte or code point) and why."""


class PluginError(NewsfactsError):
    """Says that a plugin cannot be loaded or registered; names its distribution."""


class OptionsError(PluginError):
    """Says that options given for a plugin do not fit its options class."""


class PlanError(NewsfactsError):
    """Says that extractors cannot be ordered: a need without provider, a cycle, a name twice."""


class ExtractorError(NewsfactsError):
    """Says that an extractor failed on an article or broke what every extractor owes."""


class RecordError(NewsfactsError):
    """Says that a claim record cannot be read or written, and which field is at fault."""


class WorkerError(NewsfactsError):
    """Says that a worker process died, cannot start, or cannot send what it found."""
