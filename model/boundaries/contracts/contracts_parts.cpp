// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words and small look-ups that every family of rules about contracts needs; see the header.
#include "model/boundaries/contracts/contracts_parts.h"

#include "model/boundaries/contracts/remote_tables.h"
#include "model/catalog/kind_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype listedNameCount = 8;

} // namespace

QString ContractContext::boundaryName(BoundaryIndex index) const
{
    return index < 0 ? QStringLiteral("nobody") : facts.ownership.names[index];
}

QString ContractContext::whomToAsk(BoundaryIndex index) const
{
    if (index < 0)
        return QStringLiteral("It belongs to no boundary: nobody can be asked.");
    const QString& name = facts.ownership.names[index];
    const auto entry = facts.boundaries.entries.find(name);
    const Boundary boundary = entry == facts.boundaries.entries.end() ? Boundary() : entry->second;
    for (const QString& person : {boundary.contact, boundary.owner, boundary.deployer}) {
        if (!person.isEmpty())
            return QStringLiteral("Ask %1 (%2).").arg(person, name);
    }
    return QStringLiteral("Ask the owner of %1; the boundary does not say who that is.").arg(name);
}

QString titledName(const Catalog& catalog, ObjectRef object)
{
    QString text = objectKindName(catalog, object) + QLatin1Char(' ') + catalog.displayName(object);
    text[0] = text[0].toUpper();
    return text;
}

QString readerName(const Catalog& catalog, ObjectRef reader)
{
    return objectKindName(catalog, reader) + QLatin1Char(' ') + catalog.displayName(reader);
}

BoundaryFinding tableFinding(const ContractContext& context, const char* rule, TableId table,
                             BoundarySeverity severity)
{
    BoundaryFinding finding;
    finding.rule = QLatin1String(rule);
    finding.object = table;
    finding.severity = severity;
    if (const BoundaryIndex owner = context.ownerOf(table); owner >= 0)
        finding.boundary = owner;
    return finding;
}

QString listedNames(const QStringList& names)
{
    if (names.size() > listedNameCount)
        return QStringLiteral("%1 and %2 more")
            .arg(names.mid(0, listedNameCount).join(QLatin1String(", ")),
                 QString::number(names.size() - listedNameCount));
    if (names.size() < 2)
        return names.join(QString());
    return names.mid(0, names.size() - 1).join(QLatin1String(", ")) + QStringLiteral(" and ") +
           names.last();
}

QString listedColumns(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << quotedKeyPart(catalog.column(id).name);
    return listedNames(names);
}

VersionedName versionedName(const QString& name)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(.+?)[_-]?([vV][0-9]+(?:[._][0-9]+)*)$"));
    const QRegularExpressionMatch match = pattern.match(name);
    if (!match.hasMatch())
        return {{}, name};
    return {match.captured(2), match.captured(1)};
}

std::vector<int> versionNumbers(const QString& version)
{
    constexpr int tooLarge = 100000000;
    std::vector<int> numbers;
    bool inside = false;
    for (const QChar c : version) {
        const bool isDigit = c >= QLatin1Char('0') && c <= QLatin1Char('9');
        if (isDigit && !inside)
            numbers.push_back(0);
        if (isDigit && numbers.back() < tooLarge)
            numbers.back() = numbers.back() * 10 + c.digitValue();
        inside = isDigit;
    }
    return numbers;
}

std::vector<int> outsideReads(const BoundaryFacts& facts, TableId table)
{
    std::vector<int> reads = facts.uses.usersOf(table);
    const BoundaryIndex owner = facts.ownership.ofTables[table.index];
    std::erase_if(reads, [&](int at) {
        const ObjectUse& use = facts.uses.uses[at];
        return use.kind != UseKind::Reads ||
               facts.ownership.boundaryOf(facts.catalog, use.user).value_or(-1) == owner;
    });
    return reads;
}

StandIns standInsOf(const Catalog& catalog)
{
    StandIns standIns;
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        if (catalog.table({i}).kind != TableKind::ForeignTable)
            continue;
        if (const std::optional<TableId> remote = remoteTableOf(catalog, {i}))
            standIns[*remote].push_back({i});
    }
    return standIns;
}

} // namespace cadastre
