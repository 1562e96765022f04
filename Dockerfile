# The web server in a container of its own: no compiler, no Node, no pip, a plain user, and nothing that it must write but its data.
# Every package is the one whose hash stands in deploy/*.txt; `make pins` writes them.

FROM python:3.11-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
COPY deploy/requirements.txt deploy/requirements-build.txt deploy/slim.sh deploy/
RUN python -m venv --without-pip /opt/labmapper \
    && pip install --require-hashes --requirement deploy/requirements-build.txt \
    && pip --python /opt/labmapper/bin/python install --require-hashes --no-deps --requirement deploy/requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY backend backend
COPY frontend/static frontend/static
COPY migrations migrations
COPY templates templates
COPY translations translations
RUN pip wheel --no-deps --no-build-isolation --wheel-dir dist . \
    && pip --python /opt/labmapper/bin/python install --no-index --no-deps dist/*.whl \
    && deploy/slim.sh /opt/labmapper/lib/python3.11/site-packages

FROM python:3.11-slim
# ensurepip holds a pip and a setuptools too, as old as Python is.
RUN python -m pip uninstall --yes --quiet --root-user-action=ignore setuptools wheel pip \
    && rm -r /usr/local/lib/python3.11/ensurepip \
    && useradd --uid 10001 --no-create-home --home-dir /var/lib/labmapper --shell /usr/sbin/nologin labmapper \
    && install --directory --owner labmapper --group labmapper --mode 700 /var/lib/labmapper
COPY --from=build /opt/labmapper /opt/labmapper
ENV PATH=/opt/labmapper/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    LABMAPPER_DATA_DIR=/var/lib/labmapper \
    LABMAPPER_HOST=0.0.0.0
USER labmapper
VOLUME /var/lib/labmapper
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["labmapper"]
CMD ["serve"]
