"""How the documentation is built: `uv run sphinx-build -n -W docs docs/_build`; no network."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "newsfacts"
author = "The newsfacts maintainers"
copyright = author
release = version = version_of("newsfacts")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.intersphinx",
    "generated",
]
exclude_patterns = ["_build", "_ext", "_inventories", "tutorial/acme-sanctions"]

html_theme = "furo"
html_title = f"newsfacts {release}"
html_theme_options = {"navigation_with_keys": True}
# Furo's switch of light and dark is all the script there is; nothing is loaded from elsewhere.
html_copy_source = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
# The README files of the repository link to each other's files, which are no pages here.
suppress_warnings = ["myst.xref_missing"]

napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # a field named `type` must not be found where `type` is meant
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True}

# Vendored, for a build without network: the inventory of Debian's python3.11-doc (PSF licence).
intersphinx_mapping = {"python": ("https://docs.python.org/3", "_inventories/python.inv")}
intersphinx_timeout = 1

nitpicky = True
nitpick_ignore_regex = [
    # No inventory: spaCy's documentation is no Sphinx site, the others' are not packaged.
    (r"py:class", r"(spacy\.|pyarrow\.|Language$|Doc$|DataFrame$).*"),
    # No inventory is packaged for these.
    (r"py:.*", r"(pluggy|attrs?|cattrs|rich|click)\..*"),
    # Type aliases are shown by name; the inventory lacks EntryPoint.
    (r"py:class", r"(Record|Function|Voice|Tense|Form|importlib\.metadata\.EntryPoint)"),
    # Type variables are no documented objects.
    (r"py:class", r"(newsfacts\.[\w.]+\.)?[A-Z]$"),
]
