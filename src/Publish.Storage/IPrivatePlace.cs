namespace Publish.Storage;

/// <summary>The place of everything that is not published: uploads, policies, receipts, the ledger, staging.</summary>
public interface IPrivatePlace : IBlobPlace;
