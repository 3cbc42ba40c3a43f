// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SQLite files for tests, made by SQLite itself from a script, and read by the program's reader.
#pragma once

#include "model/catalog/catalog.h"
#include "model/sql/source_reader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace cadastre::test {

/// A connection that may write, as another program would have it.
class SqliteWriter
{
public:
    explicit SqliteWriter(const QString& path)
    {
        if (sqlite3_open(path.toUtf8().constData(), &m_handle) != SQLITE_OK)
            qFatal("cannot open %s", qPrintable(path));
        run("PRAGMA synchronous = OFF");
    }
    ~SqliteWriter() { sqlite3_close(m_handle); }
    Q_DISABLE_COPY_MOVE(SqliteWriter)

    void run(const QByteArray& script)
    {
        char* message = nullptr;
        if (sqlite3_exec(m_handle, script.constData(), nullptr, nullptr, &message) != SQLITE_OK)
            qFatal("%s: %s", message, script.left(400).constData());
    }
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    sqlite3* m_handle = nullptr;
};

/// A folder with database files, removed at the end.
class SqliteFolder
{
public:
    [[nodiscard]] QString path(const QString& name = QStringLiteral("shop.db")) const
    {
        return m_folder.filePath(name);
    }
    /// Makes (or continues) a file with a script; returns its path.
    QString make(const QByteArray& script, const QString& name = QStringLiteral("shop.db")) const
    {
        SqliteWriter(path(name)).run(script);
        return path(name);
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

inline Result<ReadResult> readFile(const QString& path, const ReadOptions& options = {})
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(path);
    if (!address)
        return address.error();
    ReadControl control;
    return readSource(*address, {}, options, control);
}

/// The catalog of a file that must be readable.
inline Catalog catalogOf(const QString& path, const ReadOptions& options = {})
{
    const Result<ReadResult> result = readFile(path, options);
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return mergeSources({result->catalog});
}

} // namespace cadastre::test
