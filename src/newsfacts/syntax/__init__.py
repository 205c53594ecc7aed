"""Shallow syntax by rule, shared by all extractors: no parser and no download is needed.

`syntax(doc)` reads parts of speech, base noun phrases, verb groups, clauses, subjects and objects,
and `Syntax.factuality` tells how real an event is: done, under way, planned, wanted, expected,
conditional, denied, hedged.
"""

from newsfacts.syntax.values import Factuality, VerbGroup
from newsfacts.syntax.view import Syntax, syntax

__all__ = ["Factuality", "Syntax", "VerbGroup", "syntax"]
