// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sections under construction, and the sections that every kind of object has.
#include "model/describe/facts.h"

namespace cadastre {

void Facts::text(const QString& label, const QString& value)
{
    if (!value.isEmpty())
        m_section.rows.push_back({label, value, {}, FactStyle::Plain, {}});
}

void Facts::code(const QString& label, const QString& value)
{
    if (!value.isEmpty())
        m_section.rows.push_back({label, value, {}, FactStyle::Code, {}});
}

void Facts::warning(const QString& label, const QString& value)
{
    if (!value.isEmpty())
        m_section.rows.push_back({label, value, {}, FactStyle::Warning, {}});
}

void Facts::link(const QString& label, const QString& value, std::optional<ObjectRef> target)
{
    if (!value.isEmpty())
        m_section.rows.push_back({label, value, target, FactStyle::Plain, {}});
}

void Facts::named(const QString& name, const QString& value, ObjectRef target)
{
    m_section.rows.push_back({name, value, target, FactStyle::Plain, {}, true});
}

void Facts::relationship(const QString& label, const QString& value,
                         std::optional<ObjectRef> target, int index)
{
    m_section.rows.push_back({label, value, target, FactStyle::Plain, index});
}

void Facts::flag(const QString& label, bool value)
{
    if (value)
        text(label, QStringLiteral("yes"));
}

void Facts::rows(std::vector<FactRow> rows)
{
    m_section.rows.insert(m_section.rows.end(), std::make_move_iterator(rows.begin()),
                          std::make_move_iterator(rows.end()));
}

void Facts::addTo(ObjectDescription& description) &&
{
    if (!m_section.rows.empty())
        description.sections.push_back(std::move(m_section));
}

QString columnList(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << catalog.column(id).name;
    return names.join(QLatin1String(", "));
}

std::optional<ObjectRef> roleNamed(const Catalog& catalog, ObjectRef object, const QString& name)
{
    if (name.isEmpty())
        return std::nullopt;
    return catalog.find(
        {catalog.source(catalog.sourceOf(object)).name, KeyKind::Role, {name}, QString()});
}

std::vector<OtherId> othersAbout(const Catalog& catalog, ObjectRef object)
{
    std::vector<OtherId> found;
    const auto& others = catalog.objects().others;
    for (int i = 0; i < static_cast<int>(others.size()); ++i) {
        if (others[i].about == object)
            found.push_back({i});
    }
    return found;
}

void describeComment(const DescribeInput& input, ObjectDescription& description)
{
    const Comment& comment = input.catalog.base(input.object).comment;
    Facts facts(QStringLiteral("Comment"));
    facts.text({}, comment.text);
    if (!comment.isEmpty() && comment.origin == CommentOrigin::Ddl)
        facts.text(QStringLiteral("From"), QStringLiteral("a comment inside the CREATE text"));
    if (!comment.isEmpty() && comment.origin == CommentOrigin::Sidecar)
        facts.text(QStringLiteral("From"), QStringLiteral("the comment file beside the database"));
    if (comment.undecodable)
        facts.warning(QStringLiteral("Encoding"),
                      QStringLiteral("The bytes are not valid in the database's encoding; shown as "
                                     "Latin-1, and cannot be edited."));
    std::move(facts).addTo(description);
}

void describeProblems(const DescribeInput& input, ObjectDescription& description)
{
    const ObjectBase& base = input.catalog.base(input.object);
    Facts facts(QStringLiteral("Problems"));
    facts.warning(QStringLiteral("Not read"), base.notRead.value_or(QString()));
    if (input.object.kind == ObjectKind::Table) {
        const Table& table = input.catalog.table({input.object.index});
        facts.warning(QStringLiteral("Broken"), table.broken.value_or(QString()));
    }
    if (base.undecodableName)
        facts.warning(QStringLiteral("Name"),
                      QStringLiteral("The bytes of the name are not valid in the database's "
                                     "encoding; shown as Latin-1."));
    std::move(facts).addTo(description);
}

void addCommonFacts(const DescribeInput& input, Facts& facts)
{
    const ObjectBase& base = input.catalog.base(input.object);
    facts.link(QStringLiteral("Owner"), base.owner,
               roleNamed(input.catalog, input.object, base.owner));
    facts.text(QStringLiteral("Extension"), base.extension);
    facts.flag(QStringLiteral("Belongs to the engine"), base.system);
    for (const Property& property : base.properties)
        facts.text(property.label, property.value);
    if (base.identity)
        facts.text(QStringLiteral("Server's number"),
                   base.identity->subId == 0 ? QString::number(base.identity->objectOid)
                                             : QStringLiteral("%1, column %2")
                                                   .arg(base.identity->objectOid)
                                                   .arg(base.identity->subId));
}

} // namespace cadastre
