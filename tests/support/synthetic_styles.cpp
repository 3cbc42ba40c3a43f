// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Spelling of words; see the header.
#include "tests/support/synthetic_styles.h"

namespace cadastre::test {

namespace {

QString capitalized(const QString& word)
{
    return QString(word.left(1).toUpper() + word.mid(1));
}

QString pascal(const QStringList& words)
{
    QString name;
    for (const QString& word : words)
        name += capitalized(word);
    return name;
}

QString camel(const QStringList& words)
{
    const QString name = pascal(words);
    return QString(name.left(1).toLower() + name.mid(1));
}

QString pluralOf(const QString& word)
{
    if (word.endsWith(QLatin1Char('y')) && !word.endsWith(QLatin1String("ey")))
        return QString(word.chopped(1) + QStringLiteral("ies"));
    if (word.endsWith(QLatin1Char('s')) || word.endsWith(QLatin1String("ch")))
        return QString(word + QStringLiteral("es"));
    return QString(word + QLatin1Char('s'));
}

QStringList withPlural(QStringList words)
{
    words.back() = pluralOf(words.back());
    return words;
}

/// The first letter and the consonants behind it: customer -> CSTMR.
QString shortened(const QString& word)
{
    QString letters = word.left(1);
    for (qsizetype i = 1; i < word.size(); ++i) {
        if (!QStringLiteral("aeiou").contains(word[i]))
            letters += word[i];
    }
    return letters.left(5).toUpper();
}

QString upperShort(const QStringList& words)
{
    QStringList parts;
    for (const QString& word : words)
        parts << shortened(word);
    return parts.join(QLatin1Char('_'));
}

const QString identifier = QStringLiteral("id");

} // namespace

QStringList styledModule(NamingStyle style, const QStringList& module)
{
    if (module.isEmpty() ||
        (style != NamingStyle::SnakeSingular && style != NamingStyle::UpperShort))
        return module;
    QString prefix;
    for (const QString& word : module)
        prefix += word.left(3);
    return {prefix};
}

QString styledTable(NamingStyle style, const QStringList& module, const QStringList& entity)
{
    switch (style) {
    case NamingStyle::SnakePlural:
        return QStringList(module + withPlural(entity)).join(QLatin1Char('_'));
    case NamingStyle::SnakeSingular:
        return QStringList(styledModule(style, module) + entity).join(QLatin1Char('_'));
    case NamingStyle::Pascal:
        return pascal(module + entity);
    case NamingStyle::Camel:
        return camel(module + withPlural(entity));
    case NamingStyle::Glued:
        return QStringList(module + entity).join(QString());
    case NamingStyle::UpperShort:
        return upperShort(styledModule(style, module) + entity);
    }
    Q_UNREACHABLE();
}

QString styledKey(NamingStyle style, const QStringList& entity)
{
    switch (style) {
    case NamingStyle::SnakePlural:
    case NamingStyle::Camel:
        return identifier;
    case NamingStyle::Pascal:
        return QStringLiteral("Id");
    case NamingStyle::SnakeSingular:
    case NamingStyle::Glued:
    case NamingStyle::UpperShort:
        return styledReference(style, {}, entity);
    }
    Q_UNREACHABLE();
}

QString styledReference(NamingStyle style, const QStringList& role, const QStringList& entity)
{
    return styledColumn(style, QStringList(role + entity + QStringList{identifier}));
}

QString styledColumn(NamingStyle style, const QStringList& words)
{
    switch (style) {
    case NamingStyle::SnakePlural:
    case NamingStyle::SnakeSingular:
        return words.join(QLatin1Char('_'));
    case NamingStyle::Pascal:
        return pascal(words);
    case NamingStyle::Camel:
        return camel(words);
    case NamingStyle::Glued:
        return words.join(QString());
    case NamingStyle::UpperShort:
        return words.back() == identifier
                   ? QString(upperShort(words.first(words.size() - 1)) + QStringLiteral("_ID"))
                   : upperShort(words);
    }
    Q_UNREACHABLE();
}

} // namespace cadastre::test
