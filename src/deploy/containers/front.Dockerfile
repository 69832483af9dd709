# docker build -t elastic-recognition-front -f src/deploy/containers/front.Dockerfile target/packages
FROM eclipse-temurin:17-jre-noble AS package
ADD elastic-recognition-front-*.tar.gz /unpacked/
RUN mv /unpacked/* /front

FROM eclipse-temurin:17-jre-noble
RUN useradd --uid 10001 --create-home --home-dir /var/lib/elastic-recognition elastic-recognition
COPY --from=package /front /opt/elastic-recognition/front
# What is prepared is for root alone at first.
RUN /opt/elastic-recognition/front/prepare && chmod -R u=rwX,go=rX /opt/elastic-recognition/front

# Logs, work area and spooled uploads are below the working directory and /tmp.
USER 10001
WORKDIR /var/lib/elastic-recognition
ENV ELASTIC_HTTP_HOST=*
EXPOSE 9080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=3m \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/9080 && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/elastic-recognition/front/start"]
