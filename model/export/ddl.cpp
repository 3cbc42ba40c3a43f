// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Chooses between the server's own text and a reconstruction.
#include "model/export/ddl.h"

#include "model/export/ddl_writer.h"

namespace cadastre {

namespace {

/// Without trailing white space, with a semicolon.
QString asStatement(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.endsWith(QLatin1Char(';')))
        return trimmed;
    return trimmed + QLatin1Char(';');
}

bool isStatement(const QString& text)
{
    return text.trimmed().startsWith(QLatin1String("CREATE"), Qt::CaseInsensitive) ||
           text.trimmed().startsWith(QLatin1String("ALTER"), Qt::CaseInsensitive);
}

/// The server's own statement, where the catalog holds a whole one; empty otherwise.
QString ownText(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Table:
        return catalog.table({object.index}).ddl;
    case ObjectKind::Index:
        return catalog.index({object.index}).definition;
    case ObjectKind::Trigger:
        return catalog.trigger({object.index}).definition;
    case ObjectKind::Routine:
        return catalog.routine({object.index}).definition;
    case ObjectKind::Other:
        return catalog.other({object.index}).definition;
    default:
        return {};
    }
}

QString reconstructed(DdlWriter& writer, const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
    case ObjectKind::Other:
        return {};
    case ObjectKind::Schema:
        return writer.schema({object.index});
    case ObjectKind::Table:
        return isView(catalog.table({object.index})) ? writer.view({object.index})
                                                     : writer.table({object.index});
    case ObjectKind::Column:
        return writer.column({object.index});
    case ObjectKind::Constraint:
        return writer.constraint({object.index});
    case ObjectKind::Index:
        return writer.index({object.index});
    case ObjectKind::Trigger:
        return writer.trigger({object.index});
    case ObjectKind::Routine:
        return writer.routine({object.index});
    case ObjectKind::Type:
        return writer.type({object.index});
    case ObjectKind::Role:
        return writer.role({object.index});
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Ddl> ddlOf(const Catalog& catalog, ObjectRef object)
{
    const QString own = ownText(catalog, object);
    if (isStatement(own) || (object.kind == ObjectKind::Other && !own.isEmpty()))
        return Ddl{asStatement(own), false};
    DdlWriter writer(catalog, catalog.source(catalog.sourceOf(object)).engine);
    const QString text = reconstructed(writer, catalog, object);
    if (writer.error())
        return *writer.error();
    return Ddl{text, !text.isEmpty()};
}

} // namespace cadastre
