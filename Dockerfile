# The ledger as an image: nothing in it but the program, and the Node that comes along with it.
FROM node:24-slim AS install
WORKDIR /opt/motcua-ledger
COPY package.json package-lock.json .npmrc ./
COPY bin bin
RUN npm ci --omit=dev
COPY src src

# The runtime needs glibc and libstdc++, which every Debian image has.
FROM debian:bookworm-slim
# A new volume takes its owner from this folder. It holds keys: nobody else may look in.
RUN install -d -o 10001 -g 10001 -m 0700 /var/lib/motcua-ledger
WORKDIR /opt/motcua-ledger
COPY --from=install /opt/motcua-ledger ./
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
# Node itself and not npm, which does not pass SIGTERM on.
ENTRYPOINT ["node_modules/.bin/node", "src/cli.ts"]
CMD ["serve"]
