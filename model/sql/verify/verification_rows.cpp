// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From rows of counts to a Verification; see the header.
#include "model/sql/verify/verification_rows.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int firstKeyColumn = 6;
constexpr qsizetype longestExample = 80;

QString exampleText(const Cell& cell)
{
    if (!cell.isDecodable())
        return QStringLiteral("0x") +
               QString::fromLatin1(cell.bytes().toByteArray().left(longestExample / 2).toHex());
    const QString text = cell.text();
    return text.size() > longestExample ? QString(text.left(longestExample) + QChar(0x2026)) : text;
}

} // namespace

QStringList sentinelTexts()
{
    return {QStringLiteral("0"),
            QStringLiteral("-1"),
            QString(),
            QStringLiteral("9999"),
            QStringLiteral("99999"),
            QStringLiteral("999999"),
            QStringLiteral("-9999"),
            QStringLiteral("N/A"),
            QStringLiteral("n/a"),
            QStringLiteral("NULL"),
            QStringLiteral("null"),
            QStringLiteral("none"),
            QStringLiteral("None"),
            QStringLiteral("NONE"),
            QStringLiteral("unknown"),
            QStringLiteral("Unknown"),
            QStringLiteral("UNKNOWN"),
            QStringLiteral("-"),
            QStringLiteral("?"),
            QStringLiteral("00000000-0000-0000-0000-000000000000")};
}

QString keyText(const Row& row, int firstColumn)
{
    QStringList parts;
    for (int i = firstColumn; i < row.size(); ++i)
        parts << exampleText(row[i]);
    const QString text = parts.join(QStringLiteral(", "));
    return parts.size() > 1 ? QString(QLatin1Char('(') + text + QLatin1Char(')')) : text;
}

VerificationRows::VerificationRows(const Relationship& relationship, Verification& verification)
    : m_verification(verification)
    , m_isPolymorphic(relationship.typeColumn.has_value())
{
    for (const RelationshipTarget& target : relationship.targets) {
        TargetVerification entry;
        entry.typeValue = target.typeValue;
        entry.hasTable = target.isResolved();
        verification.targets.push_back(std::move(entry));
    }
}

void VerificationRows::add(const Row& row)
{
    const QString typeValue = row[0].text();
    const QString state = row[1].text();
    const qint64 total = row[3].integer();
    m_pickedRows = row[4].integer();
    const QString stateOfType = typeValue + QChar(0) + state;
    const bool isFirst = !m_statesSeen.contains(stateOfType);
    if (isFirst)
        m_statesSeen << stateOfType;
    if (state == QLatin1String("null")) {
        m_verification.nulls += isFirst ? total : 0;
        return;
    }
    if (state == QLatin1String("sentinel")) {
        addSentinel(keyText(row, firstKeyColumn), row[2].integer());
        return;
    }
    TargetVerification& entry = target(typeValue);
    if (isFirst)
        entry.rows += total;
    if (isFirst && state == QLatin1String("found")) {
        entry.found += total;
        entry.distinctFound += row[5].integer();
    }
    if (state == QLatin1String("orphan"))
        entry.orphanExamples << keyText(row, firstKeyColumn);
}

TargetVerification& VerificationRows::target(const QString& typeValue)
{
    auto& targets = m_verification.targets;
    if (!m_isPolymorphic)
        return targets.front();
    const auto known = std::ranges::find(targets, typeValue, &TargetVerification::typeValue);
    if (known != targets.end())
        return *known;
    TargetVerification entry;
    entry.typeValue = typeValue;
    entry.hasTable = false;
    targets.push_back(entry);
    return targets.back();
}

void VerificationRows::addSentinel(const QString& value, qint64 rows)
{
    auto& sentinels = m_verification.sentinels;
    const auto known = std::ranges::find(sentinels, value, &SentinelCount::value);
    if (known == sentinels.end())
        sentinels.push_back({value, rows});
    else
        known->rows += rows;
}

} // namespace cadastre
