// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

namespace {

Comment commentOf(const Cell& cell)
{
    Comment comment;
    comment.text = cell.text();
    comment.undecodable = !cell.isDecodable();
    return comment;
}

/// Parts that are no objects of their own keep their comment as a property of the whole.
bool takeAsProperty(Reading& reading, Oid catalogOid, Oid oid, int subId, const QString& text)
{
    const auto check = reading.domainChecks.constFind(oid);
    if (catalogOid == catalog::constraints && check != reading.domainChecks.constEnd()) {
        addProperty(reading.objects.types[check->type.index],
                    QStringLiteral("Comment on ") + check->name, text);
        return true;
    }
    const auto composite = reading.compositeTypes.constFind(oid);
    if (catalogOid != catalog::relations || composite == reading.compositeTypes.constEnd())
        return false;
    UserType& type = reading.objects.types[composite->index];
    const QString attribute = reading.attributeNames.value(oidKey(oid, static_cast<Oid>(subId)));
    addProperty(type, QStringLiteral("Comment on ") + attribute, text);
    return true;
}

void takeComment(Reading& reading, const Row& row)
{
    const Oid catalogOid = oidOf(row[0]);
    const Oid oid = oidOf(row[1]);
    const auto subId = static_cast<int>(row[2].integer());
    if (takeAsProperty(reading, catalogOid, oid, subId, row[3].text()))
        return;
    auto ref = reading.find(catalogOid, oid);
    if (ref && subId) {
        const auto column = ref->kind == ObjectKind::Table
                                ? reading.column(TableId{ref->index}, subId)
                                : std::nullopt;
        ref = column ? std::optional<ObjectRef>(*column) : std::nullopt;
    }
    if (ref)
        reading.base(*ref).comment = commentOf(row[3]);
}

} // namespace

Outcome readComments(Reading& reading, StepReport& report)
{
    return reading.ask("comments", {reading.wantsSystemObjects()}, [&](const Row& row) {
        takeComment(reading, row);
        report.addObjects(1);
    });
}

} // namespace cadastre::postgresql
