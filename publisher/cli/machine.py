"""``publisher doctor``: what is there to work with."""

import sys

import click
import msgspec

from publisher.errors import ConfigError


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def doctor(as_json: bool) -> None:
    """Say what this machine has, and what to do about what it lacks."""
    from publisher.doctor import examine

    findings = examine()
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(findings), indent=2))
    else:
        width = max(len(f.part) for f in findings)
        for finding in findings:
            sign = "ok     " if finding.ok else "missing"
            click.echo(f"{sign}  {finding.part:<{width}}  {finding.detail}")
            if finding.advice:
                click.echo(f"{'':9}{'':<{width}}  → {finding.advice}")
        if all(f.ok or not f.required for f in findings) and not all(f.ok for f in findings):
            click.echo("Nothing that is missing is needed for an export.")
    if any(f.required and not f.ok for f in findings):
        sys.exit(ConfigError.exit_code)
