"""Parquet in and out on the command line, with the installed plugins."""

import pyarrow as pa
import pyarrow.parquet as pq
from click.testing import CliRunner

from newsfacts.arrow import CLAIMS_SCHEMA
from newsfacts.cli import cli


def test_parquet_goes_in_and_out_on_the_command_line(tmp_path):
    articles, out, lines = (tmp_path / name for name in ("in.parquet", "out.parquet", "out.jsonl"))
    texts = ["Egypt said on Tuesday that talks would go on.", "", "Nobody came on May 3."]
    pq.write_table(pa.table({"id": ["a", "b", "c"], "text": texts}), articles)
    for target in (out, lines):
        result = CliRunner().invoke(cli, ["extract", str(articles), "-o", str(target)])
        assert result.exit_code == 0, result.output
    rows = pq.read_table(out)
    assert rows.schema.equals(CLAIMS_SCHEMA, check_metadata=True)
    assert rows.column("record").to_pylist() == lines.read_text("utf-8").splitlines()
    assert rows.num_rows
