// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/mariadb/mariadb_options.h"

#include <QHash>
#include <QRegularExpression>

namespace cadastre {

namespace {

constexpr int defaultPort = 3306;

bool isLoopback(const QByteArray& host)
{
    static const QRegularExpression loopback(QStringLiteral("^127(\\.[0-9]{1,3}){3}$"));
    return host == "localhost" || host == "::1" ||
           loopback.match(QString::fromUtf8(host)).hasMatch();
}

Result<TlsDemand> tlsDemand(const QString& mode)
{
    static const QHash<QString, TlsDemand> modes{
        {QStringLiteral("disabled"), TlsDemand::Off},
        {QStringLiteral("required"), TlsDemand::Required},
        {QStringLiteral("verify-ca"), TlsDemand::VerifyCa},
        {QStringLiteral("verify-identity"), TlsDemand::VerifyIdentity},
    };
    const auto known = modes.constFind(mode.toLower().replace(QLatin1Char('_'), QLatin1Char('-')));
    if (known != modes.cend())
        return *known;
    return Error{QStringLiteral("The address asks for ssl-mode=%1; it can be disabled, required, "
                                "verify-ca or verify-identity.")
                     .arg(mode),
                 {}};
}

QByteArray* fieldFor(MariaDbOptions& options, const QString& name)
{
    const QHash<QString, QByteArray*> fields{
        {QStringLiteral("ssl-ca"), &options.sslCa},
        {QStringLiteral("ssl-capath"), &options.sslCapath},
        {QStringLiteral("ssl-cert"), &options.sslCert},
        {QStringLiteral("ssl-key"), &options.sslKey},
        {QStringLiteral("ssl-cipher"), &options.sslCipher},
        {QStringLiteral("defaults-group"), &options.optionGroup},
    };
    return fields.value(name);
}

bool hasTlsFiles(const MariaDbOptions& options)
{
    return !options.sslCa.isEmpty() || !options.sslCapath.isEmpty() || !options.sslCert.isEmpty() ||
           !options.sslKey.isEmpty() || !options.sslCipher.isEmpty();
}

Result<Nothing> takeAddressOptions(MariaDbOptions& taken, const DatabaseAddress& address)
{
    for (const auto& [name, value] : address.options) {
        if (name == QLatin1String("ssl-mode")) {
            const Result<TlsDemand> demand = tlsDemand(value);
            if (!demand)
                return demand.error();
            taken.tls = *demand;
        } else if (QByteArray* field = fieldFor(taken, name)) {
            *field = value.toUtf8();
        } else {
            return Error{QStringLiteral("The address has the parameter \"%1\", which is not known "
                                        "for MariaDB and MySQL.")
                             .arg(name),
                         {}};
        }
    }
    return ok();
}

} // namespace

bool MariaDbOptions::isLocal() const
{
    return !socket.isEmpty() || isLoopback(host);
}

bool MariaDbOptions::wantsEncryption() const
{
    if (tls == TlsDemand::Automatic)
        return hasTlsFiles(*this) || !(isLocal() || isPlaceUnknown());
    return tls != TlsDemand::Off;
}

bool MariaDbOptions::wantsVerification() const
{
    if (tls == TlsDemand::Automatic)
        return !sslCa.isEmpty() || !sslCapath.isEmpty();
    return tls == TlsDemand::VerifyCa || tls == TlsDemand::VerifyIdentity;
}

bool MariaDbOptions::wantsHostCheck() const
{
    if (tls == TlsDemand::VerifyIdentity)
        return true;
    return tls == TlsDemand::VerifyCa && sslCa.isEmpty() && sslCapath.isEmpty();
}

Result<MariaDbOptions> mariaDbOptions(const DatabaseAddress& address, const QString& password,
                                      const ReadOptions& options, const ReadControl* control)
{
    MariaDbOptions taken;
    taken.host = address.socket.isEmpty() ? address.host.toUtf8() : QByteArray();
    taken.socket = address.socket.toUtf8();
    taken.port = static_cast<unsigned int>(address.port);
    taken.user = address.user.toUtf8();
    taken.password = password.toUtf8();
    taken.database = address.database.toUtf8();
    taken.displayText = address.displayText();
    taken.connectTimeoutMs = options.connectTimeoutMs;
    taken.lockTimeoutMs = options.lockTimeoutMs;
    taken.statementTimeoutMs = options.statementTimeoutMs;
    const Result<Nothing> checked = takeAddressOptions(taken, address);
    if (!checked)
        return checked.error();
    if (taken.tls == TlsDemand::Off && hasTlsFiles(taken)) {
        return Error{QStringLiteral("The address of %1 names TLS files and says ssl-mode=disabled; "
                                    "leave one of the two out.")
                         .arg(taken.displayText),
                     {}};
    }
    if (control != nullptr)
        taken.isCancelled = [control] { return control->isCancelled(); };
    if (address.sshHost.isEmpty())
        return taken;
    taken.ssh = {address.sshHost, address.host, address.port == 0 ? defaultPort : address.port,
                 address.socket};
    if (taken.wantsHostCheck()) {
        return Error{QStringLiteral("%1 asks for the name in the server's certificate to be "
                                    "checked, which MariaDB's library cannot do through SSH: use "
                                    "ssl-mode=verify-ca with ssl-ca, and SSH checks who the host "
                                    "is.")
                         .arg(taken.displayText),
                     {}};
    }
    return taken;
}

} // namespace cadastre
