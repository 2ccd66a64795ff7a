"""The list of commands can be read as it stands: no line of it breaks off."""

from click.testing import CliRunner

from publisher.cli import COMMANDS, cli


def test_every_command_is_told_in_a_whole_line() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).output.partition("Commands:")[2].partition("Exit codes")[0]
    lines = [line for line in shown.splitlines() if line.strip()]
    assert [line.split()[0] for line in lines] == [command.name for command in COMMANDS]
    assert [line for line in lines if not line.endswith(".") or line.endswith("...")] == []


def test_the_help_names_every_exit_code() -> None:
    codes = " ".join(CliRunner().invoke(cli, ["--help"]).output.partition("Exit codes: ")[2].split())
    assert [part.split()[0] for part in codes.split(", ")] == [str(code) for code in range(1, 9)]
