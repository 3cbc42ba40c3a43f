// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/mariadb.h"

namespace cadastre::mariadb {

namespace {

constexpr int maximumIdentifierCharacters = 64;

bool isWellFormed(const QString& text)
{
    return text.isValidUtf16();
}

/// Characters as the server counts them: code points, not UTF-16 units.
qsizetype characterCount(const QString& text)
{
    return text.toUcs4().size();
}

Error notWellFormed(const QString& what)
{
    return {
        QStringLiteral("%1 contains half of a surrogate pair, which is no character.").arg(what),
        {}};
}

QString escapedCharacter(QChar character)
{
    switch (character.unicode()) {
    case '\0':
        return QStringLiteral("\\0");
    case '\n':
        return QStringLiteral("\\n");
    case '\r':
        return QStringLiteral("\\r");
    case '\x1a':
        return QStringLiteral("\\Z");
    case '\\':
        return QStringLiteral("\\\\");
    case '\'':
        return QStringLiteral("''");
    default:
        return character;
    }
}

QString withoutQuotes(const QString& part)
{
    const bool quoted =
        part.size() >= 2 && part.startsWith(QLatin1Char('\'')) && part.endsWith(QLatin1Char('\''));
    return quoted ? part.mid(1, part.size() - 2) : part;
}

} // namespace

Result<QString> quotedIdentifier(const QString& name)
{
    if (name.isEmpty())
        return Error{QStringLiteral("A name cannot be empty."), {}};
    if (name.contains(QChar(u'\0')))
        return Error{QStringLiteral("A name cannot contain the character NUL."), {}};
    if (!isWellFormed(name))
        return notWellFormed(QStringLiteral("The name"));
    if (characterCount(name) > maximumIdentifierCharacters) {
        return Error{QStringLiteral("The name \"%1\" is longer than 64 characters.").arg(name), {}};
    }
    QString doubled = name;
    doubled.replace(QLatin1Char('`'), QStringLiteral("``"));
    return QString(QLatin1Char('`') + doubled + QLatin1Char('`'));
}

Result<QString> quotedPath(const QStringList& parts)
{
    QStringList quoted;
    for (const QString& part : parts) {
        const Result<QString> identifier = quotedIdentifier(part);
        if (!identifier)
            return identifier.error();
        quoted << *identifier;
    }
    return quoted.join(QLatin1Char('.'));
}

Result<QString> quotedLiteral(const QString& text, BackslashMode mode)
{
    if (!isWellFormed(text))
        return notWellFormed(QStringLiteral("The text"));
    if (mode == BackslashMode::Plain) {
        if (text.contains(QChar(u'\0')))
            return Error{QStringLiteral("The text contains the character NUL."), {}};
        QString doubled = text;
        doubled.replace(QLatin1Char('\''), QStringLiteral("''"));
        return QString(QLatin1Char('\'') + doubled + QLatin1Char('\''));
    }
    QString escaped;
    for (const QChar character : text)
        escaped += escapedCharacter(character);
    return QString(QLatin1Char('\'') + escaped + QLatin1Char('\''));
}

QString accountName(const QString& grantee)
{
    const qsizetype at = grantee.lastIndexOf(QLatin1Char('@'));
    if (at < 0)
        return withoutQuotes(grantee);
    const QString user = withoutQuotes(grantee.left(at));
    const QString host = withoutQuotes(grantee.mid(at + 1));
    return host.isEmpty() ? user : QString(user + QLatin1Char('@') + host);
}

} // namespace cadastre::mariadb
