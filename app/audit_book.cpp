// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/audit_book.h"

#include "app/comment_journals.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>

namespace cadastre {

namespace {

QString engineWord(AddressKind kind)
{
    switch (kind) {
    case AddressKind::PostgreSql:
        return QStringLiteral("postgresql");
    case AddressKind::MariaDb:
        return QStringLiteral("mariadb");
    default:
        return QStringLiteral("sqlite");
    }
}

} // namespace

AuditBook::AuditBook(QString path, WriteTarget target, QString source, QString undoes)
    : m_path(std::move(path))
    , m_target(std::move(target))
    , m_source(std::move(source))
    , m_undoes(std::move(undoes))
{
}

AuditBook::AuditBook(QString path, QString batch)
    : m_path(std::move(path))
    , m_batch(std::move(batch))
    , m_isKnown(true)
{
}

Result<Nothing> AuditBook::open()
{
    if (m_trail)
        return ok();
    auto opened = AuditTrail::open(m_path);
    if (!opened)
        return opened.error();
    m_trail = *std::move(opened);
    if (m_isKnown)
        return ok();
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const Result<QString> batch = m_trail->begin(m_target, m_source, now, m_undoes);
    if (!batch) {
        m_trail.reset();
        return batch.error();
    }
    m_batch = *batch;
    return ok();
}

Result<Nothing> AuditBook::sending(std::span<const PlannedComment> comments)
{
    if (const Result<Nothing> opened = open(); !opened)
        return opened;
    const Result<Nothing> kept = m_trail->sending(m_batch, comments);
    if (kept) {
        for (const PlannedComment& comment : comments)
            m_sent.insert(comment.edit.key);
    }
    return kept;
}

void AuditBook::results(std::span<const CommentWrite> writes)
{
    std::vector<CommentWrite> sent;
    for (const CommentWrite& write : writes) {
        if (m_isKnown || m_sent.contains(write.edit.key))
            sent.push_back(write);
    }
    if (sent.empty())
        return;
    Result<Nothing> kept = open();
    if (kept)
        kept = m_trail->results(m_batch, sent);
    if (!kept)
        m_problem = kept.error().message;
}

QString auditPathOf(const DatabaseAddress& address)
{
    return auditTrailPath(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation),
                          engineWord(address.kind), stageLocation(address));
}

Result<std::vector<AuditBatch>> readAuditOf(const QString& path, const QString& source)
{
    if (!QFileInfo::exists(path))
        return std::vector<AuditBatch>();
    auto batches = readAuditTrail(path);
    if (!batches)
        return batches;
    for (AuditBatch& batch : *batches) {
        batch.source = source;
        for (AuditedWrite& write : batch.writes) {
            write.planned.edit.key.source = source;
            if (write.result)
                write.result->edit.key.source = source;
        }
    }
    return batches;
}

} // namespace cadastre
