// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Follows renames; see the header.
#include "model/workspace/decision_refresh.h"

#include "model/relations/decision_text.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

constexpr std::size_t examplesSaid = 3;

using KeyMap = QHash<ObjectKey, ObjectKey>;

QString newColumnName(const ObjectKey& table, const QString& column, const KeyMap& renamed)
{
    const ObjectKey key{table.source, KeyKind::Column, table.parts + QStringList{column}, {}};
    const auto found = renamed.constFind(key);
    return found == renamed.constEnd() ? column : found->parts.last();
}

QStringList newColumnNames(const ObjectKey& table, const QStringList& columns,
                           const KeyMap& renamed)
{
    QStringList names;
    for (const QString& column : columns)
        names << newColumnName(table, column, renamed);
    return names;
}

DecisionKey newKey(const DecisionKey& key, const KeyMap& renamed)
{
    DecisionKey result;
    result.child = renamed.value(key.child, key.child);
    result.childColumns = newColumnNames(key.child, key.childColumns, renamed);
    if (!key.typeColumn.isEmpty())
        result.typeColumn = newColumnName(key.child, key.typeColumn, renamed);
    result.parent = renamed.value(key.parent, key.parent);
    result.parentColumns = newColumnNames(key.parent, key.parentColumns, renamed);
    return result;
}

/// Old keys of decisions that cannot move, because one that does not move has their new key.
std::set<DecisionKey> blockedKeys(const std::map<DecisionKey, DecisionKey>& moves)
{
    std::set<DecisionKey> blocked;
    std::size_t known = 0;
    do {
        known = blocked.size();
        for (const auto& [before, after] : moves) {
            const auto other = moves.find(after);
            const bool isTaken = before != after && other != moves.end() &&
                                 (other->second == after || blocked.contains(after));
            if (isTaken)
                blocked.insert(before);
        }
    } while (blocked.size() > known);
    return blocked;
}

bool isInCatalog(const Catalog& catalog, const DecisionKey& key, const Decision& decision)
{
    return !resolveDecisions(catalog, {{{key, decision}}}).found.empty();
}

QString countedDecisions(std::size_t count, const QString& one, const QString& many)
{
    return count == 1 ? QStringLiteral("1 decision %1").arg(one)
                      : QStringLiteral("%1 decisions %2").arg(count).arg(many);
}

template <typename Item, typename Say> QString saidExamples(const std::vector<Item>& items, Say say)
{
    QStringList said;
    for (std::size_t i = 0; i < std::min(items.size(), examplesSaid); ++i)
        said << say(items[i]);
    QString text = QStringLiteral(": ") + said.join(QLatin1String("; "));
    if (items.size() > examplesSaid)
        text += QStringLiteral("; and %1 more").arg(items.size() - examplesSaid);
    return text + QLatin1Char('.');
}

} // namespace

RekeyedDecisions rekeyedDecisions(const Decisions& decisions, const KeyMap& renamed)
{
    std::map<DecisionKey, DecisionKey> moves;
    for (const auto& [key, decision] : decisions.entries)
        moves.emplace(key, newKey(key, renamed));
    const std::set<DecisionKey> blocked = blockedKeys(moves);
    RekeyedDecisions result;
    for (const auto& [key, decision] : decisions.entries) {
        const DecisionKey& after = moves.at(key);
        const bool stays = after == key || blocked.contains(key);
        result.decisions.entries.emplace(stays ? key : after, decision);
        if (after != key)
            (stays ? result.clashes : result.renamed).push_back({key, after});
    }
    Q_ASSERT(result.decisions.entries.size() == decisions.entries.size());
    return result;
}

DecisionRefresh refreshedDecisions(const Decisions& decisions, const Catalog& before,
                                   const Catalog& after, const KeyMap& renamed)
{
    DecisionRefresh refresh;
    refresh.rekeyed = rekeyedDecisions(decisions, renamed);
    std::set<DecisionKey> clashing;
    for (const RenamedDecision& clash : refresh.rekeyed.clashes)
        clashing.insert(clash.before);
    for (const auto& [key, decision] : decisions.entries) {
        const DecisionKey now = clashing.contains(key) ? key : newKey(key, renamed);
        const bool becameMissing = isInCatalog(before, key, decision) &&
                                   !isInCatalog(after, now, decision) && !clashing.contains(key);
        if (becameMissing)
            refresh.missing.push_back(now);
    }
    std::ranges::sort(refresh.missing);
    return refresh;
}

QStringList refreshSentences(const DecisionRefresh& refresh)
{
    QStringList sentences;
    const auto& [decisions, renamed, clashes] = refresh.rekeyed;
    if (!renamed.empty())
        sentences << countedDecisions(renamed.size(), QStringLiteral("follows"),
                                      QStringLiteral("follow")) +
                         QStringLiteral(" renamed tables or columns") +
                         saidExamples(renamed, [](const RenamedDecision& one) {
                             return QString(decisionTitle(one.before) + QStringLiteral(" is now ") +
                                            decisionTitle(one.after));
                         });
    if (!clashes.empty())
        sentences << countedDecisions(clashes.size(), QStringLiteral("stays"),
                                      QStringLiteral("stay")) +
                         QStringLiteral(" under the old name, because the new one is decided "
                                        "already") +
                         saidExamples(clashes, [](const RenamedDecision& one) {
                             return QString(decisionTitle(one.before) +
                                            QStringLiteral(" would be ") +
                                            decisionTitle(one.after));
                         });
    if (!refresh.missing.empty())
        sentences << countedDecisions(refresh.missing.size(),
                                      QStringLiteral("is kept although its table or column is "
                                                     "gone"),
                                      QStringLiteral("are kept although their tables or columns "
                                                     "are gone")) +
                         saidExamples(refresh.missing, decisionTitle);
    return sentences;
}

} // namespace cadastre
