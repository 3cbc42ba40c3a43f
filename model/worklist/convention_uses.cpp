// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which objects say that they follow which convention, and edits that make them say so; see
// naming_styles.h.
#include "model/worklist/naming_styles.h"

#include "model/notes/comment_home.h"
#include "model/notes/comment_text.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

const QString conventionTag = QStringLiteral("convention");

/// Calls `visit(object, base)` for every object that can say it.
template <typename Visit> void forEachTagged(const CommentedCatalog& commented, Visit visit)
{
    const CatalogObjects& objects = commented.catalog()->objects();
    const auto visitAll = [&](const auto& all, auto id) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            id.index = static_cast<int>(i);
            const ObjectRef ref = id;
            if (all[i].system || (all[i].comment.isEmpty() && !commented.isStaged(ref)))
                continue;
            if (const QString name = notedConvention(commented, ref); !name.isEmpty())
                visit(ref, name);
        }
    };
    visitAll(objects.schemas, SchemaId{});
    visitAll(objects.tables, TableId{});
    visitAll(objects.columns, ColumnId{});
    visitAll(objects.routines, RoutineId{});
    visitAll(objects.types, TypeId{});
}

/// The note that most of these tables have; empty for none.
QString commonNote(const CommentedCatalog& commented, const std::vector<TableId>& tables)
{
    std::map<QString, int> counts;
    for (TableId table : tables) {
        if (const QString name = notedConvention(commented, table); !name.isEmpty())
            ++counts[name];
    }
    const auto most = std::ranges::max_element(
        counts, {}, [](const std::pair<const QString, int>& one) { return one.second; });
    return most == counts.end() ? QString() : most->first;
}

QString defaultName(NamingStyle style)
{
    switch (style) {
    case NamingStyle::Snake:
        return QStringLiteral("snake-case");
    case NamingStyle::Camel:
        return QStringLiteral("camel-case");
    case NamingStyle::Pascal:
        return QStringLiteral("pascal-case");
    case NamingStyle::Upper:
        return QStringLiteral("upper-case");
    case NamingStyle::TitleSnake:
        return QStringLiteral("title-snake-case");
    case NamingStyle::Plain:
    case NamingStyle::Mixed:
        break;
    }
    return QStringLiteral("mixed-case");
}

} // namespace

QString notedConvention(const CommentedCatalog& commented, ObjectRef object)
{
    const QString text = commented.comment(object);
    return text.contains(QLatin1String("@convention"))
               ? noteValue(text, conventionTag).value_or(QString())
               : QString();
}

std::vector<ConventionProposal> conventionProposals(const CommentedCatalog& commented,
                                                    const NamingReading& reading,
                                                    const Conventions& conventions)
{
    std::vector<ConventionProposal> proposals;
    for (const NamingGroup& group : reading.groups) {
        ConventionProposal proposal;
        proposal.style = group.style;
        proposal.tables = group.tables;
        proposal.name = commonNote(commented, group.tables);
        if (proposal.name.isEmpty())
            proposal.name = defaultName(group.style);
        if (const auto listed = conventions.find(proposal.name); listed != conventions.end()) {
            proposal.convention = listed->second;
        } else {
            proposal.convention.meaning = namingStyleName(group.style);
            proposal.convention.example = group.example;
        }
        std::ranges::copy_if(
            group.tables, std::back_inserter(proposal.untagged),
            [&](TableId table) { return notedConvention(commented, table).isEmpty(); });
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

std::vector<ConventionUse> conventionUses(const CommentedCatalog& commented,
                                          const Conventions& conventions)
{
    std::map<QString, ConventionUse> uses;
    for (const auto& [name, convention] : conventions)
        uses[name].listed = true;
    if (commented.catalog() != nullptr) {
        forEachTagged(commented, [&](ObjectRef object, const QString& name) {
            ConventionUse& use = uses[name];
            if (object.kind == ObjectKind::Table)
                ++use.tables;
            else if (object.kind == ObjectKind::Column)
                ++use.columns;
            else
                ++use.others;
        });
    }
    std::vector<ConventionUse> result;
    for (auto& [name, use] : uses) {
        use.name = name;
        result.push_back(use);
    }
    return result;
}

std::vector<CommentEdit> conventionEdits(const CommentedCatalog& commented,
                                         const std::vector<ObjectRef>& objects,
                                         const QString& convention)
{
    std::vector<CommentEdit> edits;
    for (ObjectRef object : objects) {
        if (commented.catalog()->base(object).comment.undecodable)
            continue;
        const QString text = commented.comment(object);
        const QString after = withTagValue(text, conventionTag, convention);
        if (after != text)
            edits.push_back(commentEditOf(*commented.catalog(), object, after));
    }
    return edits;
}

std::vector<CommentEdit> conventionRenameEdits(const CommentedCatalog& commented,
                                               const QString& from, const QString& to)
{
    std::vector<ObjectRef> objects;
    forEachTagged(commented, [&](ObjectRef object, const QString& name) {
        if (name == from)
            objects.push_back(object);
    });
    return conventionEdits(commented, objects, to);
}

} // namespace cadastre
