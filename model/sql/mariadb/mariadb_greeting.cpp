// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/mariadb/mariadb_greeting.h"

#include <memory>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cadastre {

namespace {

constexpr unsigned int defaultPort = 3306;
constexpr qsizetype largestGreeting = 1024;

class Socket
{
public:
    explicit Socket(const addrinfo& address)
        : m_descriptor(
              ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK, address.ai_protocol))
    {
        if (m_descriptor >= 0)
            (void)::connect(m_descriptor, address.ai_addr, address.ai_addrlen);
    }
    ~Socket()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    /// What arrives first; empty when nothing does in time.
    [[nodiscard]] QByteArray firstBytes(int timeoutMs) const
    {
        pollfd waiting{m_descriptor, POLLIN, 0};
        if (m_descriptor < 0 || ::poll(&waiting, 1, timeoutMs) <= 0)
            return {};
        QByteArray bytes(largestGreeting, Qt::Uninitialized);
        const ssize_t length =
            ::recv(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), 0);
        bytes.truncate(std::max<ssize_t>(length, 0));
        return bytes;
    }

private:
    int m_descriptor;
};

} // namespace

std::optional<bool> greetingOffersTls(const QByteArray& packet)
{
    // length (3), number (1), protocol (1), version (to NUL), thread (4), scramble (8), filler (1),
    // capabilities (2)
    constexpr int protocolPlace = 4;
    constexpr unsigned char clientSsl = 0x08; // of the second byte: 0x0800
    if (packet.size() <= protocolPlace || packet[protocolPlace] != 10)
        return std::nullopt;
    const qsizetype versionEnd = packet.indexOf('\0', protocolPlace + 1);
    const qsizetype capabilities = versionEnd + 1 + 4 + 8 + 1;
    if (versionEnd < 0 || capabilities + 1 >= packet.size())
        return std::nullopt;
    return (static_cast<unsigned char>(packet[capabilities + 1]) & clientSsl) != 0;
}

std::optional<bool> offersTls(const QByteArray& host, unsigned int port, int timeoutMs)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const QByteArray service = QByteArray::number(port == 0 ? defaultPort : port);
    if (::getaddrinfo(host.constData(), service.constData(), &hints, &found) != 0)
        return std::nullopt;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
    for (const addrinfo* address = found; address; address = address->ai_next) {
        const QByteArray packet = Socket(*address).firstBytes(timeoutMs);
        if (const std::optional<bool> offers = greetingOffersTls(packet))
            return offers;
    }
    return std::nullopt;
}

} // namespace cadastre
