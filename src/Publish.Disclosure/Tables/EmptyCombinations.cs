namespace Publish.Disclosure.Tables;

/// <summary>
/// The empty combinations of observed categories that tables protect: all of them, or those that tell group disclosure. Each becomes a joint class
/// without rows, so that it can be changed like any other cell.
/// </summary>
internal static class EmptyCombinations
{
    /// <summary>Adds what the tables protect.</summary>
    /// <returns>False when another table publishes that a protected zero is empty, so that it cannot be protected.</returns>
    public static bool AddTo(JointClasses joint, EditionShape shape)
    {
        var found = new SortedSet<int[]>(CategoryCombinations.Order);
        var isComplete = true;
        for (var index = 0; index < shape.Requests.Count; index++)
        {
            if (shape.Requests[index].ListsEmptyCells)
            {
                isComplete &= new EmptyCombinationsOfTable(joint, shape, index).AddTo(found);
            }
        }

        joint.AddEmpty([.. found]);
        return isComplete;
    }
}
