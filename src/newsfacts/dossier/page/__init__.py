"""A dossier as one self-contained page: nothing is loaded from anywhere when it is read."""

from newsfacts.dossier.page.page import refuse_without_libraries, report_html

__all__ = ["refuse_without_libraries", "report_html"]
