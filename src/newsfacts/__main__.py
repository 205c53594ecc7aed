"""Entry of `python -m newsfacts`: the command line."""

from newsfacts.cli import cli

if __name__ == "__main__":
    cli(prog_name="newsfacts")
