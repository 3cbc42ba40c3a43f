// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/member_match.h"

#include "model/boundaries/ownership/patterns.h"

#include <QCoreApplication>

namespace cadastre {

namespace {

constexpr std::size_t namedTables = 4;

struct MemberWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::MemberMatch)
};

} // namespace

MemberMatch matchMember(const Catalog& catalog, const QString& member)
{
    MemberMatch match;
    const QString text = member.startsWith(QLatin1Char('!')) ? member.mid(1) : member;
    if (text.contains(QLatin1Char(':'))) {
        const auto key = ObjectKey::fromString(text);
        const auto object = key ? catalog.find(*key) : std::nullopt;
        if (!key)
            match.problem = key.error().message;
        else if (object && object->kind == ObjectKind::Table)
            match.tables.push_back(TableId{object->index});
        else
            match.others = object ? 1 : 0;
        return match;
    }
    const auto pattern = NamePattern::fromString(text);
    if (!pattern) {
        match.problem = pattern.error().message;
        return match;
    }
    const CatalogObjects& objects = catalog.objects();
    for (std::size_t i = 0; i < objects.tables.size(); ++i) {
        const Table& table = objects.tables[i];
        const Schema& schema = catalog.schema(table.schema);
        if (!table.system &&
            pattern->matches(catalog.source(schema.source).name, schema.name, table.name))
            match.tables.push_back(TableId{static_cast<int>(i)});
    }
    return match;
}

QString memberMatchText(const Catalog& catalog, const MemberMatch& match)
{
    if (!match.problem.isEmpty())
        return match.problem;
    if (match.tables.empty())
        return match.others > 0 ? MemberWords::tr("One object")
                                : MemberWords::tr("Matches nothing");
    QStringList names;
    for (std::size_t i = 0; i < std::min(match.tables.size(), namedTables); ++i)
        names << catalog.table(match.tables[i]).name;
    if (match.tables.size() > namedTables)
        names << QStringLiteral("…");
    return MemberWords::tr("%Ln tables", nullptr, static_cast<int>(match.tables.size())) %
           QStringLiteral(": ") % names.join(QStringLiteral(", "));
}

} // namespace cadastre
