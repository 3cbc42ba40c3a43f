// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lists of words; see the header.
#include "model/paths/column_words.h"

#include "model/relations/names/word_roles.h"
#include "model/search/words.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

/// The words of a name without those that only mark an identifier.
QStringList saidWords(const QString& name)
{
    QStringList words = nameWords(name);
    while (words.size() > 1 && wordRoles(words.last()).testFlag(WordRole::Identifier))
        words.removeLast();
    return words;
}

QSet<QString> wordSet(const char* words)
{
    const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

bool hasWordOf(const QStringList& words, const QSet<QString>& wanted)
{
    return std::ranges::any_of(words, [&](const QString& word) { return wanted.contains(word); });
}

} // namespace

bool isAuditColumn(const QString& name)
{
    static const QSet<QString> people = wordSet("creator updater createdby updatedby deletedby "
                                                "modifiedby changedby modifier tenant");
    static const QSet<QString> glued = wordSet("insertedby lastmodifiedby updatedbyid");
    const QStringList words = saidWords(name);
    if (words.isEmpty())
        return false;
    if (people.contains(words.last()) || glued.contains(words.last()))
        return true;
    const bool hasAction = std::ranges::any_of(
        words, [](const QString& word) { return wordRoles(word).testFlag(WordRole::Action); });
    return hasAction && words.size() > 1 && wordRoles(words.last()).testFlag(WordRole::By);
}

bool isNameOfPeople(const QString& name)
{
    static const QSet<QString> tenants =
        wordSet("tenant tenants organisation organisations organization organizations workspace "
                "workspaces account accounts");
    const QStringList words = nameWords(name);
    return !words.isEmpty() && words.size() <= 2 &&
           (tenants.contains(words.last()) ||
            wordRoles(words.last()).testFlag(WordRole::PersonTable));
}

int labelRank(const QString& name)
{
    static const QStringList ranked{
        QStringLiteral("name"),   QStringLiteral("title"),  QStringLiteral("label"),
        QStringLiteral("no"),     QStringLiteral("number"), QStringLiteral("code"),
        QStringLiteral("email"),  QStringLiteral("slug"),   QStringLiteral("subject"),
        QStringLiteral("login"),  QStringLiteral("sku"),    QStringLiteral("reference"),
        QStringLiteral("status"), QStringLiteral("type"),   QStringLiteral("date"),
        QStringLiteral("at"),     QStringLiteral("amount"), QStringLiteral("total"),
    };
    const QStringList words = nameWords(name);
    if (words.isEmpty() || isSoftDeleteColumn(name) || isAuditColumn(name))
        return 0;
    const qsizetype at = ranked.indexOf(words.last());
    if (at < 0)
        return 0;
    const int alone = words.size() == 1 ? 1 : 0;
    return static_cast<int>(2 * (ranked.size() - at)) + alone;
}

bool isSoftDeleteColumn(const QString& name)
{
    static const QSet<QString> gone =
        wordSet("deleted delete deletion removed archived trashed voided void discarded retired "
                "active inactive obsolete isdeleted isactive deletedat deletedflag");
    return hasWordOf(nameWords(name), gone);
}

} // namespace cadastre
