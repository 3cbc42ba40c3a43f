// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lines of an audit trail as text: printing them and gathering batches from them. The file is
// in audit_trail.cpp.
//
// `LENGTH {"begin":{"batch":..,"started":..,"target":{..},"source":..,"undoes":..}}`
// `LENGTH {"sending":{"batch":..,"key":..,"before":..,"after":..,"sql":..,"undo":..}}`
// `LENGTH {"result":{"batch":..,"key":..,"outcome":..,"reason":..,"theirs":..}}`
#pragma once

#include "model/notes/audit_trail.h"

#include <QHash>

namespace cadastre {

QByteArray auditBeginLine(const AuditBatch& batch);
QByteArray auditSendingLine(const QString& batch, const PlannedComment& comment);
/// `isAnnounced`: a sending line of this edit is in the file, so its texts are not repeated.
QByteArray auditResultLine(const QString& batch, const CommentWrite& write, bool isAnnounced);

/// Takes the lines of a file, in their order.
class AuditGathering
{
public:
    /// What cannot be read (torn, or of a newer program) is left out.
    void take(const QByteArray& line);
    std::vector<AuditBatch> finish() { return std::move(m_batches); }

private:
    AuditedWrite& writeOf(std::size_t batch, const CommentEdit& edit);

    std::vector<AuditBatch> m_batches;
    QHash<QString, std::size_t> m_byId;
    std::vector<QHash<ObjectKey, std::size_t>> m_byKey; ///< parallel to the batches
};

} // namespace cadastre
