# The web server in a container of its own: no compiler, no Node, no pip, a plain user, and nothing that it must write but its data.
# Every package is the one whose hash stands in deploy/*.txt; `make pins` writes them.

FROM python:3.11-slim AS build
WORKDIR /build
COPY deploy/requirements.txt deploy/requirements-build.txt deploy/slim.sh deploy/
RUN python -m venv --without-pip /opt/labmapper \
    && pip install --no-cache-dir --require-hashes --requirement deploy/requirements-build.txt \
    && pip --python /opt/labmapper/bin/python install --no-cache-dir --require-hashes --no-deps --requirement deploy/requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY backend backend
COPY frontend/static frontend/static
COPY migrations migrations
COPY templates templates
COPY translations translations
RUN pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir dist . \
    && pip --python /opt/labmapper/bin/python install --no-cache-dir --no-index --no-deps dist/*.whl \
    && deploy/slim.sh /opt/labmapper/lib/python3.11/site-packages

FROM python:3.11-slim
RUN python -m pip uninstall --yes --quiet --root-user-action=ignore setuptools wheel pip \
    && useradd --system --uid 10001 --create-home --home-dir /var/lib/labmapper labmapper
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
