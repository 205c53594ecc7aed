"""How good claims are: expected records against predicted ones, kind by kind.

`evaluate` takes claim records or annotation records (roles as plain words, actors one a mention)
and gives precision, recall and F1 of each kind, and what was missed or found beside it. The five
first-party kinds have figures of their own (`kinds.py`); any other kind is compared field by field.
"""

from newsfacts.evaluation.kinds import KindEvaluation
from newsfacts.evaluation.overall import Evaluation, evaluate
from newsfacts.evaluation.records import load_records

__all__ = ["Evaluation", "KindEvaluation", "evaluate", "load_records"]
