"""``publisher models``: the translation models on this machine, listed, installed, removed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from publisher.cli.console import EPILOG

if TYPE_CHECKING:
    from publisher.translation.engines.package_file import Installed


@click.group(epilog=EPILOG, short_help="List, install and remove models for translation.")
def models() -> None:
    """List, install and remove the models of the engine argos; no network unless --download says so."""


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_models(as_json: bool) -> None:
    """List the installed models."""
    from publisher.translation.engines import models as room

    found = room.installed(places := room.folders())
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found, enc_hook=str), indent=2))
        return
    for model in found:
        click.echo(
            f"{model.source} → {model.target}  {model.version or '?':<6} {model.bytes / 1024**2:>6.1f} MB  "
            f"{model.path}"
        )
    if not found:
        click.echo(f"No model is installed in {places[0]}.")
        click.echo("publisher models install FILE.argosmodel, or: publisher models install zh_en --download")


@models.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--download", is_flag=True, help="Fetch NAME (zh_en, en_zh) from the index of Argos models.")
def install(name: str, download: bool) -> None:
    """Install a model from an .argosmodel FILE, or by NAME with --download; its checksum is shown."""
    from publisher.errors import ConfigError
    from publisher.translation.engines import model_index, package_file
    from publisher.translation.engines import models as room

    place = room.folders()[0]
    if download:
        _say_installed(model_index.download(name, place, model_index.index_address()))
        return
    file = Path(name)
    if not file.exists() and room.pair(name):
        raise ConfigError(
            f"There is no file {name}, and nothing is fetched unless you say so.",
            hint=f"publisher models install {name} --download asks {model_index.index_address()}",
        )
    _say_installed(package_file.install(file, place))


@models.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove the model NAME, as `publisher models list` names its folder or its pair (zh_en)."""
    from publisher.translation.engines import models as room

    model = room.find(name, room.installed(room.folders()))
    room.remove(model)
    click.echo(f"removed {model.name} ({model.bytes / 1024**2:.1f} MB)")


def _say_installed(result: "Installed") -> None:
    model = result.model
    instead = f" instead of {', '.join(result.replaced)}" if result.replaced else ""
    click.echo(f"installed {model.source} → {model.target} {model.version}{instead} in {model.path}")
    click.echo(f"sha256 {result.sha256}")
