// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/postgresql/stored_comments.h"

#include "model/sql/sql_texts.h"

namespace cadastre::postgresql {

namespace {

/// The parts of the identities as array parameters: catalogs, objects, columns.
struct IdentityArrays
{
    QStringList catalogs;
    QStringList objects;
    QStringList columns;

    explicit IdentityArrays(const PreparedList& comments)
    {
        for (const PreparedComment* comment : comments) {
            catalogs << QString::number(comment->identity.classOid);
            objects << QString::number(comment->identity.objectOid);
            columns << QString::number(comment->identity.subId);
        }
    }

    static QString array(const QStringList& items)
    {
        return QString(QLatin1Char('{') + items.join(QLatin1Char(',')) + QLatin1Char('}'));
    }
};

/// Text of the database has no place in UTF-8.
bool isWithoutPlaceInUtf8(const SqlError& error)
{
    return error.code == QLatin1String("22P05") || error.code == QLatin1String("22021");
}

std::optional<SqlError> askForStored(PostgresConnection& connection, const PreparedList& comments,
                                     std::vector<StoredComment>& stored)
{
    const IdentityArrays arrays(comments);
    stored.assign(comments.size(), {});
    return connection.run(
        textOf(connection, "write_stored"),
        {IdentityArrays::array(arrays.catalogs), IdentityArrays::array(arrays.objects),
         IdentityArrays::array(arrays.columns)},
        [&stored](const Row& row) {
            StoredComment& one = stored[static_cast<std::size_t>(row[0].integer() - 1)];
            one.text = row[1].bytes().toByteArray();
            one.readable = row[1].isNull() || row[1].isDecodable();
        });
}

} // namespace

QByteArray textOf(const PostgresConnection& connection, const char* name)
{
    return sqlText(QStringLiteral("postgresql"), QString::fromLatin1(name),
                   connection.versionNumber());
}

std::optional<SqlError> runText(PostgresConnection& connection, const char* name,
                                const QStringList& parameters)
{
    return connection.run(textOf(connection, name), parameters, {});
}

std::optional<SqlError> readStored(PostgresConnection& connection, const PreparedList& comments,
                                   std::vector<StoredComment>& stored)
{
    const bool inTransaction = connection.isInSoundTransaction(); // which an error ends
    auto error = askForStored(connection, comments, stored);
    if (!error || !isWithoutPlaceInUtf8(*error) || inTransaction)
        return error;
    if (comments.size() == 1) {
        stored = {{{}, false}};
        return std::nullopt;
    }
    std::vector<StoredComment> one;
    for (std::size_t i = 0; i < comments.size(); ++i) { // so that one text hides no other
        if (auto failed = readStored(connection, {comments[i]}, one))
            return failed;
        stored[i] = one.front();
    }
    return std::nullopt;
}

std::optional<SqlError> readHeld(PostgresConnection& connection, const PreparedList& comments,
                                 std::vector<bool>& held)
{
    const IdentityArrays arrays(comments);
    held.assign(comments.size(), false);
    return connection.run(
        textOf(connection, "write_held"),
        {IdentityArrays::array(arrays.catalogs), IdentityArrays::array(arrays.objects)},
        [&held](const Row& row) { held[static_cast<std::size_t>(row[0].integer() - 1)] = true; });
}

} // namespace cadastre::postgresql
