# An image with the program alone, for a user without rights. GoReleaser gives
# it a folder for each platform (.goreleaser.yaml); by hand:
#
#   CGO_ENABLED=0 go build -trimpath -o linux/amd64/ ./cmd/wbxgen
#   docker build -t wbxgen .
#   docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/work" wbxgen check schemas
#
# There is no git in it: what a commit has (REF:PATH) cannot be read.
FROM gcr.io/distroless/static-debian12:nonroot
ARG TARGETPLATFORM
COPY ${TARGETPLATFORM}/wbxgen /usr/local/bin/wbxgen
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/wbxgen"]
