// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words of the column's name are words of the table's name: `order_item_id` and `order_items`.
// What counts is which words are left over, and whether they say a role or a module.
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

enum class Before : std::uint8_t { None, Role, One, More };
enum class Lead : std::uint8_t { None, Module, Ours, Other };

Before beforeOf(const PairContext& pair)
{
    const NameMatch& match = pair.candidate.match;
    if (match.before == 0)
        return Before::None;
    const WordRoles says = WordRole::PersonRole | WordRole::Relative | WordRole::Action |
                           WordRole::Filler | WordRole::By | WordRole::Identifier;
    bool all = true;
    for (int i = 0; i < match.before; ++i)
        all = all && (pair.vocabulary()[pair.core().words[i]].roles & says);
    return all ? Before::Role : match.before == 1 ? Before::One : Before::More;
}

Lead leadOf(const NameMatch& match)
{
    if (match.leadIsOurs)
        return Lead::Ours;
    if (match.lead > 0)
        return Lead::Other;
    return match.leadModule > 0 ? Lead::Module : Lead::None;
}

QStringList featureNames()
{
    QStringList names;
    for (const char* before : {"nothing", "a role", "one word", "more words"}) {
        for (const char* after : {"nothing", "something"}) {
            for (const char* lead : {"nothing", "its module", "our words", "other words"}) {
                for (const char* tail : {"nothing", "something"})
                    names << QStringLiteral("column has %1 before, %2 behind; table %3 before, %4 "
                                            "behind")
                                 .arg(QLatin1String(before), QLatin1String(after),
                                      QLatin1String(lead), QLatin1String(tail));
            }
        }
    }
    return names << QStringLiteral("no word in common");
}

constexpr int noWordInCommon = 64;

void measureTableWords(const PairContext& pair, FeatureList& features)
{
    const NameMatch& match = pair.candidate.match;
    if (!match.matches())
        return features.add(noWordInCommon);
    const int before = static_cast<int>(beforeOf(pair));
    const int lead = static_cast<int>(leadOf(match));
    features.add(((before * 2 + (match.after ? 1 : 0)) * 4 + lead) * 2 + (match.tail ? 1 : 0));
}

QString sayTableWords(const PairContext& pair)
{
    const NameMatch& match = pair.candidate.match;
    const QString table = pair.catalog().table(pair.candidate.parent).name;
    if (!match.matches())
        return QStringLiteral("the column's name has no word of table `%1`").arg(table);
    const bool whole = match.isWhole();
    QString sentence = whole
                           ? QStringLiteral("the column is named after table `%1`").arg(table)
                           : QStringLiteral("the column's name has words of table `%1`").arg(table);
    if (match.before > 0 && !match.after && !match.lead && !match.tail) {
        QStringList role;
        for (int i = 0; i < match.before; ++i)
            role << pair.vocabulary()[pair.core().words[i]].text;
        sentence = QStringLiteral("the column's name ends in table `%1`, in the role `%2`")
                       .arg(table, role.join(QLatin1Char('_')));
    }
    return sentence;
}

} // namespace

Signal tableWordsSignal()
{
    return {QStringLiteral("table-words"), featureNames(), measureTableWords, sayTableWords};
}

} // namespace cadastre
