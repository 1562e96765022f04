# The web server in a container of its own: no compiler, no Node, a plain user.

FROM python:3.11-slim AS build
WORKDIR /build
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY backend backend
COPY frontend/static frontend/static
COPY migrations migrations
COPY templates templates
COPY translations translations
RUN python -m venv /opt/labmapper \
    && /opt/labmapper/bin/pip install --no-cache-dir --constraint constraints.txt .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/labmapper labmapper
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
