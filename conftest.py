"""The examples of the documentation and of the docstrings run with the tests."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

pages = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), SkipParser()],
    patterns=["*.md"],
)
docstrings = Sybil(parsers=[DocTestParser(optionflags=ELLIPSIS)], path="src", pattern="*.py")

pytest_collect_file = (pages + docstrings).pytest()
