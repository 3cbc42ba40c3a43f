// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WorkspaceFlow: what is open as a file: a named workspace that a person saves, or an unnamed one
// that is kept in the local data folder, so that tables stay where they were put. What a named one
// has not saved yet is kept there, too.
#pragma once

#include "app/diagram_controller.h"
#include "app/keychain.h"
#include "app/settings.h"
#include "app/source_marks.h"
#include "app/workspace_recovery.h"
#include "model/workspace/workspace_file.h"
#include "widgets/message_bar.h"

class QTimer;

namespace cadastre {

class WorkspaceFlow : public QObject
{
    Q_OBJECT
public:
    WorkspaceFlow(QWidget* window, OpenSources* sources, DiagramController* diagram,
                  Settings* settings);
    /// Waits for what is being written.
    ~WorkspaceFlow() override;

    /// Opens a workspace file with all its sources.
    void openNamed(const QString& path);
    /// Opens a database that belongs to no named workspace; tables stand where they stood.
    void openUnnamed(const SourceRequest& request);
    /// The password of this request is taken for the same address of the workspace that is opened
    /// next, before the keychain is asked.
    void setKnownPassword(const SourceRequest& request);
    /// A person closed this source. One that only could not be opened stays in the workspace.
    void forgetSource(const QString& name);
    /// Nothing is open any more.
    void forget();
    void save();
    void saveAs();
    void saveTo(const QString& path);
    /// A person changed something worth keeping.
    void markChanged();
    /// What is open makes room or the program ends, with nothing left to save: keeps an unnamed
    /// workspace, forgets the recovery copy of a named one.
    void leave();
    /// Writes what is due to be kept in the local data folder now.
    void keepUnnamed();
    /// What a person says to the offered unsaved decisions.
    void answerRecovery(bool restore);

    /// What a person marked about a source that is open.
    [[nodiscard]] SourceMarks marks(const QString& source) const;
    void setMarks(const QString& source, const SourceMarks& marks);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isOffering() const { return m_unsaved.has_value(); }
    [[nodiscard]] bool isModified() const { return m_modified && !m_path.isEmpty(); }

Q_SIGNALS:
    void titleChanged();
    void marksChanged();
    /// The workspace file is written as it is.
    void saved();
    void message(const cadastre::Message& message);
    /// The file has decisions of others now, beside those that were written.
    void decisionsMerged(const cadastre::Decisions& written, const cadastre::Decisions& merged);
    /// A person wants these decisions back, which were not saved.
    void decisionsRecovered(const cadastre::Decisions& decisions);
    /// The same of boundaries.
    void boundariesMerged(const cadastre::Boundaries& written, const cadastre::Boundaries& merged);
    void boundariesRecovered(const cadastre::Boundaries& boundaries);
    /// The same of naming conventions.
    void conventionsMerged(const cadastre::Conventions& written,
                           const cadastre::Conventions& merged);
    void conventionsRecovered(const cadastre::Conventions& conventions);
    /// The same of saved views and of what is hidden.
    void viewsMerged(const cadastre::ViewDocument& written, const cadastre::ViewDocument& merged);
    void viewsRecovered(const cadastre::ViewDocument& views);

private:
    struct LoadedWorkspace
    {
        Result<Workspace> workspace;
        std::optional<UnsavedDecisions> unsaved;
    };

    static LoadedWorkspace load(const QString& path);
    void takeLoaded(const LoadedWorkspace& file, const QString& path);
    void keep();
    void keepRecovery();
    void dropRecovery();
    void offerRecovery();
    void takeMarks(const Workspace& workspace);
    void fetchPasswords(std::vector<SourceRequest> requests, std::size_t next);
    void write(const QString& path, CollisionChoice choice);
    void takeSaved(const QString& path, const Workspace& written,
                   const Result<WorkspaceSave>& result);
    void openSources(std::vector<SourceRequest> requests);
    void askCollisions(const QString& path, const WorkspaceSave& save);
    [[nodiscard]] Workspace current(const QString& path) const;
    [[nodiscard]] QString unnamedPath() const;

    QWidget* m_window;
    OpenSources* m_sources;
    DiagramController* m_diagram;
    Settings* m_settings;
    Keychain m_keychain;
    NewestJob<LoadedWorkspace> m_loadJob;
    NewestJob<Result<WorkspaceSave>> m_saveJob;
    NewestJob<Result<Nothing>> m_recoveryJob;
    QTimer* m_keepTimer;
    QString m_path;                            ///< of a named workspace; empty for an unnamed one
    Workspace m_workspace;                     ///< as it was read or written last
    std::optional<UnsavedDecisions> m_unsaved; ///< offered, not answered
    std::map<QString, SourceMarks> m_marks;    ///< by source name
    QString m_knownAddress;                    ///< with a password that a person gave
    QString m_knownPassword;
    bool m_modified = false;
    bool m_opening = false; ///< what is open is not yet what the workspace is about
};

/// Where the unnamed workspace of these databases is kept.
QString unnamedWorkspacePath(const QStringList& addresses);

} // namespace cadastre
