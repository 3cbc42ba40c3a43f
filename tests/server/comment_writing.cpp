// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/comment_writing.h"

namespace cadastre::test {

std::shared_ptr<const Catalog> catalogAt(const QString& url)
{
    const Result<ReadResult> result = readFrom({url, {}, {}, {}});
    if (!result)
        qFatal("%s", qPrintable(errorText(result.error())));
    return std::make_shared<const Catalog>(catalogOf(*result));
}

CommentEdit editOf(const Catalog& catalog, const QString& key, const QString& after)
{
    if (key == QLatin1String("source:"))
        return commentEditOf(catalog, SourceId{0}, after);
    const auto parsed =
        ObjectKey::fromString(QString(catalog.source({0}).name + QLatin1Char('/') + key));
    const auto object = parsed ? catalog.find(*parsed) : std::nullopt;
    if (!object)
        qFatal("no %s in the catalog", qPrintable(key));
    return commentEditOf(catalog, *object, after);
}

std::vector<ObjectRef> objectsInDatabase(const Catalog& catalog)
{
    std::vector<ObjectRef> found;
    const CatalogObjects& o = catalog.objects();
    const auto add = [&](ObjectKind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const ObjectRef ref(kind, static_cast<int>(i));
            if (commentHomeOf(catalog, ref).place == CommentPlace::Database)
                found.push_back(ref);
        }
    };
    add(ObjectKind::Source, o.sources.size());
    add(ObjectKind::Schema, o.schemas.size());
    add(ObjectKind::Table, o.tables.size());
    add(ObjectKind::Column, o.columns.size());
    add(ObjectKind::Constraint, o.constraints.size());
    add(ObjectKind::Index, o.indexes.size());
    add(ObjectKind::Trigger, o.triggers.size());
    add(ObjectKind::Routine, o.routines.size());
    add(ObjectKind::Type, o.types.size());
    add(ObjectKind::Role, o.roles.size());
    add(ObjectKind::Other, o.others.size());
    return found;
}

bool isAsBefore(const Catalog& now, const Catalog& before)
{
    const auto ofDatabase = [](const Catalog& catalog) {
        CatalogObjects objects = catalog.objects();
        objects.roles.clear();
        objects.grants.clear();                  // they name roles by number
        for (Source& source : objects.sources) { // how the reading went
            source.kinds.clear();
            source.omissions.clear();
            source.changedWhileReading = false;
        }
        for (Table& table : objects.tables) {
            table.rowEstimate.reset();
            table.sizeBytes.reset();
        }
        return objects;
    };
    return ofDatabase(now) == ofDatabase(before);
}

CommentWriteRequest writeRequest(const std::shared_ptr<const Catalog>& catalog,
                                 std::vector<CommentEdit> edits)
{
    CommentWriteRequest request;
    request.catalog = catalog;
    request.edits = std::move(edits);
    return request;
}

Result<CommentWriteReport> writeTo(const QString& url, const CommentWriteRequest& request)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(url);
    if (!address)
        return address.error();
    ReadControl control;
    return writeComments(*address, {}, request, control);
}

Result<CommentWriteReport> resolveAt(const QString& url, const CommentWriteRequest& request)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(url);
    if (!address)
        return address.error();
    ReadControl control;
    return resolveUnknown(*address, {}, request, control);
}

QStringList outcomesOf(const Result<CommentWriteReport>& report)
{
    if (!report)
        return {report.error().message};
    QStringList outcomes;
    for (const CommentWrite& write : report->writes) {
        const QString name = writeOutcomeName(write.outcome);
        outcomes << (write.reason.isEmpty() ? name
                                            : QString(name + QLatin1String(": ") + write.reason));
    }
    return outcomes;
}

QString countsOf(const CommentWriteReport& report)
{
    std::map<WriteOutcome, int> counts;
    for (const CommentWrite& write : report.writes)
        ++counts[write.outcome];
    QStringList texts;
    for (const auto& [outcome, count] : counts)
        texts << QStringLiteral("%1 %2").arg(writeOutcomeName(outcome)).arg(count);
    return texts.join(QLatin1String(", "));
}

} // namespace cadastre::test
