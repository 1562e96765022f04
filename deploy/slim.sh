#!/bin/sh
# Takes out of an installation what only those need who develop its packages: tests, headers, compilers' helpers, types.
# Usage: slim.sh SITE-PACKAGES
set -eu
cd "$1"

find . -type d \( -name tests -o -name testing/tests \) -prune -exec rm -rf {} +
find . -name '*.pyi' -delete
find . -name '*.pyx' -delete
find . -name '*.a' -delete
rm -rf numpy/f2py numpy/_core/include numpy/distutils numpy/_pyinstaller
rm -rf pip pip-* setuptools setuptools-* wheel wheel-* _distutils_hack distutils-precedence.pth pkg_resources
