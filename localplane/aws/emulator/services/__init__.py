"""The extensions, by service; each module registers its handlers when it is imported."""

import importlib
import pkgutil


def install() -> None:
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
