"""The command line, a command or a group of them a file: the sole room that prints or exits."""

import sys
import tempfile
import traceback
from typing import NoReturn

import click

from publisher import __version__
from publisher.cli import (
    article,
    check,
    delivery,
    export,
    glossary,
    machine,
    mail,
    memory,
    models,
    names,
    printing,
    review,
    themes,
    translate,
)
from publisher.cli.console import EPILOG, say_fault
from publisher.errors import PublisherError

COMMANDS = (
    export.export,
    article.inspect,
    article.repair,
    translate.translate,
    review.review,
    check.check,
    memory.memory,
    glossary.glossary,
    names.names,
    models.models,
    delivery.pack_group,
    mail.mail,
    printing.print_,
    delivery.copy,
    delivery.log,
    themes.themes,
    machine.doctor,
)
"""Every command, in the order of the help."""


class _InOrder(click.Group):
    """Lists its commands in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's)
        return list(self.commands)


@click.group(
    cls=_InOrder,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="publisher")
def cli() -> None:
    """Turn an article into a press release: Word, PDF and print-ready HTML, in Chinese and English."""


for _command in COMMANDS:
    cli.add_command(_command)


def main() -> NoReturn:
    """Run the command line; a fault is one clear line, an unexpected one leaves its traceback in a file."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except PublisherError as error:
        say_fault(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception:  # noqa: BLE001 - the last wall: no traceback on the user's screen
        with tempfile.NamedTemporaryFile("w", prefix="publisher-fault-", suffix=".txt", delete=False) as file:
            traceback.print_exc(file=file)
        click.echo(f"publisher: an unexpected fault; please report it with {file.name}.", err=True)
        sys.exit(1)
    sys.exit(0)
