// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ApplyDriver: what the window does with staged comments, without a window: opens a database,
// stages, plans, sends, waits for what comes of it.
#pragma once

#include "app/apply_flow.h"
#include "app/audit_book.h"
#include "model/notes/sidecar/sidecar.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

namespace cadastre::test {

class ApplyDriver
{
public:
    ApplyDriver()
        : comments(&sources, &undoStack)
        , apply(&sources, &comments)
    {
        QObject::connect(&sources, &OpenSources::factsChanged, &apply, [this](FactsChange change) {
            comments.takeFacts(change);
            apply.takeFacts(change);
        });
        QObject::connect(&sources, &OpenSources::failed, &apply,
                         [this](const std::vector<FailedSource>& failed) {
                             failure = failed.front().error.message;
                         });
        QObject::connect(&apply, &ApplyFlow::reported, &apply,
                         [this](const ApplyReport& report) { reports.push_back(report); });
    }

    /// Opens an address in place of what is open; false when it could not be read.
    bool open(const QString& address)
    {
        const SourceRequest request{*parseDatabaseAddress(address), {}, {}, QStringLiteral("shop")};
        QSignalSpy changed(&sources, &OpenSources::factsChanged);
        sources.open({request});
        return QTest::qWaitFor([&] { return !changed.isEmpty(); }, patienceMs) && settle();
    }
    bool refresh()
    {
        QSignalSpy changed(&sources, &OpenSources::factsChanged);
        sources.refresh();
        return QTest::qWaitFor([&] { return !changed.isEmpty(); }, patienceMs) && settle();
    }
    /// Waits until nothing is read, written or asked any more.
    bool settle()
    {
        return QTest::qWaitFor(
            [this] { return !sources.isBusy() && !apply.isWriting() && !apply.isLookingBack(); },
            patienceMs);
    }

    [[nodiscard]] const Catalog& catalog() const { return *comments.commented().catalog(); }
    [[nodiscard]] ObjectKey key(const QString& name) const
    {
        return catalog().keyOf(*catalog().resolve(name));
    }
    /// The stored comment as it was read last.
    [[nodiscard]] QString comment(const QString& name) const
    {
        return storedComment(catalog().base(*catalog().resolve(name)).comment);
    }
    bool edit(const QString& name, const QString& after)
    {
        return comments.edit(*catalog().resolve(name), after).has_value();
    }
    [[nodiscard]] std::vector<ObjectKey> stagedKeys() const
    {
        std::vector<ObjectKey> keys;
        for (const auto& [key, edit] : comments.staged().edits())
            keys.push_back(key);
        return keys;
    }

    bool plan()
    {
        QSignalSpy planned(&apply, &ApplyFlow::planned);
        apply.plan();
        return !planned.isEmpty() ||
               QTest::qWaitFor([&] { return !planned.isEmpty(); }, patienceMs);
    }
    /// Plans and sends all that is staged and can be sent; waits for the report and the reading
    /// after it.
    ApplyReport write(const ApplyChoice& choice = {}, const QString& undoes = {})
    {
        plan();
        const std::size_t before = reports.size();
        const Result<Nothing> begun =
            apply.apply(QStringLiteral("shop"), stagedKeys(), choice, undoes);
        if (!begun)
            return {{}, {}, {}, {}, {}, begun.error().message, false, false};
        const bool told =
            QTest::qWaitFor([&] { return reports.size() > before; }, patienceMs) && settle();
        return told ? reports[before] : ApplyReport{};
    }
    [[nodiscard]] std::vector<AuditBatch> audit() const
    {
        const auto batches = readAuditOf(auditPathOf(sources.sources().front().request.address),
                                         QStringLiteral("shop"));
        return batches ? *batches : std::vector<AuditBatch>();
    }

    static constexpr int patienceMs = 30000;
    QUndoStack undoStack;
    OpenSources sources;
    CommentFlow comments;
    ApplyFlow apply;
    std::vector<ApplyReport> reports;
    QString failure;
};

} // namespace cadastre::test
