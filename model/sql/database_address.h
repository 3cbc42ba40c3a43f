// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DatabaseAddress: where a database is, as a person wrote it (URL or path), taken apart and
// checked. It never contains a password; how one is asked for or found lives in app/.
#pragma once

#include "model/catalog/source.h"
#include "model/result.h"

#include <QUrl>

namespace cadastre {

/// What a DATABASE argument turned out to be. Files are told apart by their content.
enum class AddressKind : std::uint8_t { Sqlite, PostgreSql, MariaDb, Snapshot, Workspace };

struct DatabaseAddress
{
    AddressKind kind = AddressKind::Sqlite;
    QString path; ///< absolute path of a file
    QString url;  ///< of a server, exactly as given; free of passwords

    // taken apart, for display and the connection dialog (servers)
    QString host; ///< first host, or socket folder
    int port = 0; ///< 0 for the default
    QString socket;
    QString user;
    QString database;
    QList<std::pair<QString, QString>> options;
    /// The host of OpenSSH that the way to a server leads through, as in `ssh HOST`; empty for
    /// none.
    QString sshHost = {};

    bool operator==(const DatabaseAddress&) const = default;
    /// For people, lists and comparing: the path or the URL without secrets, and behind it
    /// " (ssh HOST)" where the way leads through one. parseDatabaseAddress() reads it again.
    [[nodiscard]] QString displayText() const;
    /// A source name [a-z0-9_-]+ made of the file's or database's name.
    [[nodiscard]] QString suggestedSourceName() const;
};

/// A URL that contained a password is refused here; the dialog uses splitPassword() first.
/// Behind the URL of a server " (ssh HOST)" may stand, as displayText() writes it.
Result<DatabaseAddress> parseDatabaseAddress(const QString& text);

/// The same address through this host of OpenSSH; an empty host changes nothing. Fails for files,
/// and for a host that OpenSSH or a shell could take for something else.
Result<DatabaseAddress> throughSsh(DatabaseAddress address, const QString& sshHost);

struct UrlWithPassword
{
    QString url; ///< without the password
    QString password;
};
/// Takes the password out of a URL, in every place where one can stand (user part, query).
UrlWithPassword splitPassword(const QString& url);

} // namespace cadastre
