// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CommentImportFlow: comments from a file, another database, a snapshot, or another open source:
// opening and reading them off the UI thread, and comparing them with what is here. Nothing that is
// open changes.
#pragma once

#include "app/comment_flow.h"
#include "app/newest_job.h"
#include "app/source_loader.h"
#include "model/notes/bulk/comment_sources.h"
#include "widgets/import_comments_dialog.h"

#include <QPointer>

namespace cadastre {

class OpenFlow;
class Settings;

class CommentImportFlow : public QObject
{
    Q_OBJECT
public:
    CommentImportFlow(QWidget* window, CommentFlow* comments, OpenSources* sources,
                      Settings* settings, QObject* parent);

    void open();
    /// A CSV file, a comment file, or whatever opens as a database.
    void importFile(const QString& path);
    /// The catalog or what is staged is another: compared anew.
    void refresh();

    [[nodiscard]] ImportCommentsDialog* dialog() const { return m_dialog; }

private:
    /// How comments are had from somewhere, off the UI thread.
    using Reading =
        std::function<Result<IncomingComments>(const CommentedCatalog& here, SourceId source)>;

    void setUpDialog();
    void chooseFile();
    void load(const SourceRequest& request);
    void takeLoaded(const std::vector<LoadedSource>& loaded,
                    const std::vector<FailedSource>& failed);
    void useSource(const QString& name);
    void use(const QString& origin, Reading reading);
    void compare();
    [[nodiscard]] std::optional<SourceId> target() const;
    [[nodiscard]] std::optional<SourceId> sourceNamed(const QString& name) const;

    QWidget* m_window;
    CommentFlow* m_comments;
    OpenSources* m_sources;
    Settings* m_settings;
    SourceLoader m_loader;
    QPointer<ImportCommentsDialog> m_dialog;
    OpenFlow* m_openFlow = nullptr; ///< belongs to the dialog
    Reading m_reading;             ///< empty for nothing chosen yet
    NewestJob<Result<BulkList>> m_job;
};

} // namespace cadastre
