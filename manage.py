#!/usr/bin/env python
"""Django's command line for Leergang."""

import os
import sys
from pathlib import Path

# `site` is also a module of Python's standard library, so our site/ is a plain folder on the path, never a package.
sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
