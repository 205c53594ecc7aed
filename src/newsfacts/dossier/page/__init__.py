"""A dossier as one self-contained page: nothing is loaded from anywhere when it is read."""

from newsfacts.dossier.page.page import report_html

__all__ = ["report_html"]
