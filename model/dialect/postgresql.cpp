// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/postgresql.h"

#include "model/dialect/postgresql_keywords.h"

#include <QStringEncoder>

#include <algorithm>

namespace cadastre::postgresql {

namespace {

bool isStorable(const QString& text)
{
    if (text.contains(QChar::Null))
        return false;
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const QByteArray ignored = encoder.encode(text);
    return !encoder.hasError();
}

bool isPlainStart(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_');
}

bool isPlain(QChar c)
{
    return isPlainStart(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
}

QString escaped(QChar c)
{
    switch (c.unicode()) {
    case '\\':
        return QStringLiteral("\\\\");
    case '\'': // servers may refuse \' (backslash_quote), and tools may not know it
        return QStringLiteral("''");
    case '\n':
        return QStringLiteral("\\n");
    case '\r':
        return QStringLiteral("\\r");
    case '\t':
        return QStringLiteral("\\t");
    case '\b':
        return QStringLiteral("\\b");
    case '\f':
        return QStringLiteral("\\f");
    default:
        return isControl(c) ? QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'))
                            : QString(c);
    }
}

} // namespace

bool needsQuotes(const QString& name)
{
    if (name.isEmpty() || !isPlainStart(name.front()))
        return true;
    return !std::ranges::all_of(name, isPlain) ||
           std::ranges::binary_search(reservedWords, name,
                                      [](const auto& a, const auto& b) { return a < b; });
}

std::optional<QString> quotedIdentifier(const QString& name)
{
    if (!isStorable(name))
        return std::nullopt;
    if (!needsQuotes(name))
        return name;
    QString inner = name;
    inner.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + inner + QLatin1Char('"');
}

std::optional<QString> quotedLiteral(const QString& text)
{
    if (!isStorable(text))
        return std::nullopt;
    const bool plain =
        std::ranges::none_of(text, [](QChar c) { return c == QLatin1Char('\\') || isControl(c); });
    if (plain) {
        QString inner = text;
        inner.replace(QLatin1Char('\''), QLatin1String("''"));
        return QLatin1Char('\'') + inner + QLatin1Char('\'');
    }
    QString inner;
    for (const QChar c : text)
        inner += escaped(c);
    return QStringLiteral("E'") + inner + QLatin1Char('\'');
}

std::optional<QString> qualifiedName(const QString& schema, const QString& name)
{
    const std::optional<QString> quotedName = quotedIdentifier(name);
    if (schema.isEmpty() || !quotedName)
        return quotedName;
    const std::optional<QString> quotedSchema = quotedIdentifier(schema);
    if (!quotedSchema)
        return std::nullopt;
    return *quotedSchema + QLatin1Char('.') + *quotedName;
}

} // namespace cadastre::postgresql
