/* SPDX-License-Identifier: MIT */
/* Loaded into a program before everything else: writes every address of the internet family that it
   connects or sends to into the file CADASTRE_CONNECTIONS names, and passes the call on. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

static void record(const struct sockaddr *address)
{
    char text[INET6_ADDRSTRLEN] = "";
    const char *file = getenv("CADASTRE_CONNECTIONS");
    if (!address || !file)
        return;
    if (address->sa_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)address)->sin_addr, text, sizeof text);
    else if (address->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)address)->sin6_addr, text, sizeof text);
    else
        return;
    FILE *out = fopen(file, "a");
    if (!out)
        return;
    fprintf(out, "%s\n", text);
    fclose(out);
}

int connect(int socket, const struct sockaddr *address, socklen_t length)
{
    int (*next)(int, const struct sockaddr *, socklen_t) =
        (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "connect");
    record(address);
    return next(socket, address, length);
}

ssize_t sendto(int socket, const void *data, size_t size, int flags, const struct sockaddr *address,
               socklen_t length)
{
    ssize_t (*next)(int, const void *, size_t, int, const struct sockaddr *, socklen_t) =
        (ssize_t(*)(int, const void *, size_t, int, const struct sockaddr *, socklen_t))dlsym(
            RTLD_NEXT, "sendto");
    record(address);
    return next(socket, data, size, flags, address, length);
}
