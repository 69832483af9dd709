# docker build -t elastic-recognition-worker -f src/deploy/containers/worker.Dockerfile target/packages
FROM eclipse-temurin:17-jre-noble AS package
ADD elastic-recognition-worker-*.tar.gz /unpacked/
RUN mv /unpacked/* /worker

FROM eclipse-temurin:17-jre-noble
RUN useradd --uid 10001 --create-home --home-dir /var/lib/elastic-recognition elastic-recognition
COPY --from=package /worker /opt/elastic-recognition/worker
# What is prepared is for root alone at first.
RUN /opt/elastic-recognition/worker/prepare && chmod -R u=rwX,go=rX /opt/elastic-recognition/worker

# A worker listens nowhere, so nothing can ask how it is: it ends when it can't work, and tells the fleet that it lives.
USER 10001
WORKDIR /var/lib/elastic-recognition
STOPSIGNAL SIGTERM
HEALTHCHECK NONE
ENTRYPOINT ["/opt/elastic-recognition/worker/start"]
